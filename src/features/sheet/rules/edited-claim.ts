import type { VagueDate } from "@/dates/vague-date";
import { changedFields } from "@/features/activity/rules";
import type { Verb } from "@/features/activity/rules/tell-activity";
import {
  creditAnother,
  type KnownOutlet,
  resolveAttribution,
  type Step,
  type StoredStep,
} from "@/features/claim/rules/attribution";
import { mergeGrades, type OwnGrades, saysNothing } from "@/features/claim/rules/own-grades";
import { type Grades, standingGrades } from "@/features/claim/rules/standing-grades";
import { adoptAmong } from "@/features/claim/rules/tags";
import { toldOfClaim } from "@/features/claim/rules/told-of-claim";
import type { ClaimStatus } from "@/features/claim/schema";
import type { EditableColumn } from "../schema";
import type { EditFault, Wishes } from "./read-edits";

/** A claim as far as its cells can be changed, with what decides how they may be. */
export type EditedClaim = {
  id: string;
  number: number;
  version: number;
  statement: string;
  reportedOn: VagueDate | null;
  occurredOn: VagueDate | null;
  place: string | null;
  note: string;
  tags: string[];
  status: ClaimStatus;
  /** The status that a retracted claim returns to. */
  statusBefore: ClaimStatus | null;
  extra: Record<string, string>;
  outlet: KnownOutlet | null;
  steps: readonly (StoredStep & Pick<Step, "kind">)[];
  articleOutlet: KnownOutlet | null;
  /** Searched with the rest. */
  quote: string | null;
  /** Everybody's, the editor's own apart; never shown. */
  others: Grades[];
  own: OwnGrades;
};

/** What a change of cells rests on beside the claim. */
export type EditWorld = {
  /** The outlets by every name the edits use for them. */
  outlets: ReadonlyMap<string, KnownOutlet>;
  /** The spellings of tags that the case uses, those of these edits included as they come. */
  spellings: Map<string, string[]>;
  /** Whether the editor's grades stand before others'. */
  lead: boolean;
};

export type Change = { verb: Verb; before: object; after: object };

/** A claim changed: as it is to be, and what the history tells of it. */
export type ChangedClaim = {
  was: EditedClaim;
  next: EditedClaim;
  /** Grades alone leave the claim's version as it is: they are the grader's, and make nobody's open edit stale. */
  gradesOnly: boolean;
  graded: boolean;
  standing: Omit<ReturnType<typeof standingGrades>, "spread">;
  change: Change;
};

/** The claim with what is wished for it; null where that is what stands already. */
export function applyWishes(
  was: EditedClaim,
  wishes: Wishes,
  world: EditWorld,
): { changed: ChangedClaim | null } | { faults: EditFault[] } {
  const fault = (column: EditableColumn, message: string) => ({
    faults: [{ index: wishes.places.get(column) ?? [...wishes.places.values()][0] ?? 0, message }],
  });
  const { cells } = wishes;
  if (was.status === "retracted" && (cells.status ?? "retracted") === "retracted") {
    return onRetracted(wishes);
  }
  const credit = applyCredit(was, wishes, world);
  if ("message" in credit) return fault(cells.outlet === undefined ? "attribution" : "outlet", credit.message);
  const next: EditedClaim = {
    ...was,
    ...credit,
    statement: cells.statement ?? was.statement,
    reportedOn: cells.reported_on === undefined ? was.reportedOn : cells.reported_on,
    occurredOn: cells.occurred_on === undefined ? was.occurredOn : cells.occurred_on,
    place: cells.place === undefined ? was.place : cells.place,
    note: cells.note === undefined ? was.note : (cells.note ?? ""),
    tags: cells.tags === undefined ? was.tags : adoptAmong(cells.tags ?? [], world.spellings),
    extra: applyExtra(was.extra, wishes.extra),
    own: mergeGrades(was.own, cells),
    ...applyStatus(was, cells.status ?? was.status),
  };
  return { changed: compare(was, next, world) };
}

/** A retracted claim takes nothing but its way back. */
function onRetracted({ places }: Wishes): { changed: null } | { faults: EditFault[] } {
  const faults = [...places].flatMap(([column, index]) =>
    column === "status" ? [] : [{ index, message: "is retracted: restore the claim before changing it" }],
  );
  return faults.length > 0 ? { faults } : { changed: null };
}

function applyStatus(was: EditedClaim, status: ClaimStatus): Pick<EditedClaim, "status" | "statusBefore"> {
  if (status === was.status) return { status, statusBefore: was.statusBefore };
  return { status, statusBefore: status === "retracted" ? was.status : null };
}

function applyExtra(extra: EditedClaim["extra"], wished: Wishes["extra"]): EditedClaim["extra"] {
  if (wished.size === 0) return extra;
  const cells = new Map(Object.entries(extra));
  for (const [heading, text] of wished) {
    if (text === null) cells.delete(heading);
    else cells.set(heading, text);
  }
  return Object.fromEntries(cells);
}

type Credit = Pick<EditedClaim, "steps" | "outlet">;

/** As the claim's form does it: the chain leads to the outlet, and an outlet alone takes the last one's place. */
function applyCredit(was: EditedClaim, { cells, kinds }: Wishes, world: EditWorld): Credit | { message: string } {
  const { attribution, outlet } = cells;
  const { articleOutlet } = was;
  if (attribution === undefined && outlet === undefined) return { steps: was.steps, outlet: was.outlet };
  const credited = outlet ? (world.outlets.get(outlet) ?? null) : null;
  const resolve = (chain: readonly string[], wanted: KnownOutlet | null, isSource: (name: string) => boolean) => {
    const known = new Map(
      chain.flatMap((name) => {
        const found = isSource(name) ? undefined : world.outlets.get(name);
        return found ? [[name, found] as const] : [];
      }),
    );
    const result = resolveAttribution({ chain, outlet: wanted, typed: outlet ?? null, articleOutlet }, known);
    return "refusal" in result ? { message: result.refusal.message } : result;
  };
  if (attribution !== undefined) {
    return resolve(attribution ?? [], credited, (name) => kinds?.get(name) === "source");
  }
  if (credited !== null && credited.id === was.outlet?.id) return { steps: was.steps, outlet: was.outlet };
  const sources = new Set(was.steps.flatMap(({ kind, name }) => (kind === "source" ? [name] : [])));
  return resolve(creditAnother(was.steps, credited), null, (name) => sources.has(name) && name !== credited?.name);
}

function compare(was: EditedClaim, next: EditedClaim, { lead }: EditWorld): ChangedClaim | null {
  const claim = changedFields(told(was), told(next));
  const graded = changedFields(was.own, next.own);
  if (!claim && !graded) return null;
  const { spread: _, ...standing } = standingGrades([...next.others, { ...next.own, lead, updatedAt: new Date() }]);
  const parts = { was, next, graded: graded !== null, gradesOnly: claim === null, standing };
  if (claim === null) return { ...parts, change: { verb: "claim.assessed", before: {}, after: {}, ...graded } };
  const assessment = graded && {
    before: { assessment: saysNothing(was.own) ? null : was.own },
    after: { assessment: saysNothing(next.own) ? null : next.own },
  };
  return {
    ...parts,
    change: {
      verb: verbOf(was.status, next.status),
      before: { ...claim.before, ...assessment?.before },
      after: { ...claim.after, ...assessment?.after },
    },
  };
}

/** What was said before a time is found by these: a claim that comes or goes says so, whatever else changes with it. */
function verbOf(before: ClaimStatus, after: ClaimStatus): Verb {
  if (before !== "retracted" && after === "retracted") return "claim.retracted";
  return before === "retracted" && after !== "retracted" ? "claim.restored" : "claim.changed";
}

/** What no cell can change does not differ, so it stays away. */
const told = (claim: EditedClaim) => ({
  ...toldOfClaim({
    ...claim,
    article: null,
    quote: null,
    attribution: claim.steps.map(({ name }) => name),
    reportedOn: claim.reportedOn?.edtf ?? null,
    reportedOnWords: claim.reportedOn?.words ?? null,
    occurredOn: claim.occurredOn?.edtf ?? null,
    occurredOnWords: claim.occurredOn?.words ?? null,
  }),
  extra: claim.extra,
});
