import { fieldsOf } from "@/features/activity/rules/in-force";
import type { Activity } from "@/features/activity/schema";
import { canGoBack } from "@/features/claim/rules/former-state";
import { type Actor, hasRole, type Role } from "@/platform/actor";

type Fields = Record<string, unknown>;
type Row = { before: Fields; after: Fields; own: boolean };

type Way = {
  /** What somebody judged is theirs: nobody else sets it back. */
  own?: true;
  /** The change brought the thing about, so that to set it back is to take the thing away. */
  made?: (row: Row) => boolean;
  /** Not every change of this verb has a state to go back to. */
  when?: (row: Row) => boolean;
  least?: (row: Row) => Role;
};

const changed = (row: Row) => Object.keys(row.before).length > 0;
const statusOnly = ({ before }: Row) => Object.keys(before).every((name) => name === "status");
const fresh = (row: Row) => !changed(row);

/** Every change that can be set back, by its verb. What is missing here has no former state, or a door of its own. */
const WAYS = {
  "case.changed": {
    when: changed,
    least: ({ before }) => ("blind" in before || "secondSignature" in before ? "lead" : "analyst"),
  },
  "outlet.changed": { when: changed, least: ({ before }) => ("reliability" in before ? "lead" : "analyst") },
  "article.changed": { when: changed },
  "claim.recorded": { made: () => true },
  "claim.changed": { when: ({ before, own }) => canGoBack("claim.changed", before, own) },
  "claim.retracted": { when: statusOnly },
  "claim.restored": { when: statusOnly },
  "claim.assessed": { own: true },
  "claim.own_reporting_marked": { own: true },
  "claim.own_reporting_unmarked": { own: true },
  "relation.judged": { own: true },
  "relation.judgement_withdrawn": { own: true },
  "relation.ruled": { own: true, least: () => "lead" },
  "relation.ruling_withdrawn": { own: true, least: () => "lead" },
  "suspicion.decided": { own: true },
  "conflict.assigned": { when: ({ before }) => before.assignee === null || typeof before.assigneeId === "string" },
  "warning.dismissed": {},
  "comment.added": {},
  "comment.edited": { own: true },
  "comment.retracted": {},
  "comment.restored": {},
  "comment.resolved": {},
  "comment.reopened": {},
  "finding.drafted": { made: fresh },
  "finding.proposed": { made: fresh },
  "finding.changed": { when: changed },
  "finding.sent_back": { when: changed },
  "finding.withdrawn": {},
  "finding.restored": {},
} satisfies Record<string, Way>;

export type VerbWithWay = keyof typeof WAYS;

const isVerbWithWay = (verb: string): verb is VerbWithWay => Object.hasOwn(WAYS, verb);

export type WayBack = { verb: VerbWithWay; made: boolean };

type Change = Pick<Activity, "verb" | "actor" | "before" | "after" | "withheld">;

/** How this person can set a change back, or null. What a blind case keeps from them they cannot. */
export function wayBack(change: Change, actor: Actor): WayBack | null {
  const { verb, withheld, before, after } = change;
  if (!isVerbWithWay(verb)) return null;
  if (withheld && before === null && after === null) return null;
  const way: Way = WAYS[verb];
  const row = { before: fieldsOf(before), after: fieldsOf(after), own: change.actor.id === actor.userId };
  if (way.own && !row.own) return null;
  if (way.when && !way.when(row)) return null;
  if (!hasRole(actor, way.least?.(row) ?? "analyst")) return null;
  return { verb, made: way.made?.(row) ?? false };
}
