import { recordActivity } from "@/features/activity/commands/record-activity";
import type { Verb } from "@/features/activity/rules/tell-activity";
import type { TxCtx } from "@/platform/context";
import { stale } from "@/platform/errors";
import { getRelation } from "../queries";
import { standingOf, type Vote } from "../rules";
import type { Relation } from "../schema";
import type { Held } from "./hold-relation";

type Change = {
  /** Past tense: `relation.judged`. */
  verb: Verb;
  before: object | null;
  after: object | null;
};

/** The views on a pair after the change. Under the case's lock nobody else can have added one since they were read. */
type Views = { judgements: Vote[]; ruling: Vote | null };

/**
 * Brings what stands of a pair up to date after a judgement or ruling changed, and writes the activity row.
 * The relation's version moves on even where the standing kind does not: what callers read of it did change.
 */
export async function settleRelation(
  ctx: TxCtx,
  held: Held,
  { judgements, ruling }: Views,
  change: Change,
): Promise<Relation> {
  const { teamId } = ctx;
  const relationId = held.id;
  const stands = standingOf(judgements, ruling);
  const { count } = await ctx.tx.relation.updateMany({
    where: { teamId, id: relationId, version: held.version },
    data: {
      standing: stands?.standing ?? null,
      reversed: stands?.reversed ?? false,
      standingAbout: stands?.about ?? null,
      version: held.fresh ? held.version : held.version + 1,
    },
  });
  if (count === 0) throw stale("relation", await getRelation(ctx, relationId));
  await recordActivity(ctx, {
    caseId: held.caseId,
    verb: change.verb,
    subject: { type: "relation", id: relationId, label: labelOf(held) },
    before: withStanding(change.before, held.standing),
    after: withStanding(change.after, stands?.standing ?? null),
  });
  return getRelation(ctx, relationId);
}

/** The lower number first: in a blind case the order must not tell who repeats whom. */
export function labelOf({ from, to }: Record<"from" | "to", { number: number }>): string {
  const numbers = [from.number, to.number].sort((a, b) => a - b);
  return numbers.map((number) => `C-${number}`).join(" · ");
}

const withStanding = (fields: object | null, standing: Held["standing"]) =>
  fields === null && standing === null ? null : { ...fields, standing };

/** A judgement or ruling as history tells it. */
export function told(held: Held, view: Vote & { rationale: string }) {
  const [from, to] = view.reversed ? [held.to, held.from] : [held.from, held.to];
  const { kind, about, rationale } = view;
  return { kind, from: `C-${from.number}`, to: `C-${to.number}`, about, rationale };
}
