import { parseClaimNumber } from "@/features/claim/rules/claim-number";
import { type HeldConflict, holdConflict, unsignedOf } from "@/features/conflict/commands/hold-conflict";
import { restoreFinding } from "@/features/conflict/commands/restore-finding";
import { withdrawFinding } from "@/features/conflict/commands/withdraw-finding";
import { writeFinding } from "@/features/conflict/commands/write-finding";
import { numbersOfFinding } from "@/features/conflict/queries/numbers-of-finding";
import { readGroupOf } from "@/features/conflict/queries/read-groups";
import { type Finding, WriteFinding } from "@/features/conflict/schema";
import type { TxCtx } from "@/platform/context";
import { invalid } from "@/platform/errors";
import { parseInput } from "@/platform/parse-input";

type Fields = Record<string, unknown>;
type Going = { caseId: string; id: string; before: Fields };

/** What was begun, or brought back, is withdrawn. */
export async function takeFindingBack(ctx: TxCtx, { caseId, id }: Going): Promise<Finding> {
  const { number, held } = await hold(ctx, caseId, id);
  requireUnsigned(held, id);
  return withdrawFinding(ctx, { caseId, number });
}

export async function restoreThisFinding(ctx: TxCtx, { caseId, id }: Going): Promise<Finding> {
  const { number, held } = await hold(ctx, caseId, id);
  const last = held.findings.find(({ status }) => status === "withdrawn");
  if (last?.id !== id) throw invalid("activity", "withdrew a finding that is not the last one withdrawn any more");
  return restoreFinding(ctx, { caseId, number });
}

/** The words that were changed as they were, on what they were decided on: a conflict that changed since needs a person. */
export async function findingAsBefore(ctx: TxCtx, { caseId, id, before }: Going): Promise<Finding> {
  const { number, held } = await hold(ctx, caseId, id);
  const row = requireUnsigned(held, id);
  if (held.changesOf(row).length > 0) {
    throw invalid("activity", "cannot be set back: the conflict has changed since, so the finding is to be read anew");
  }
  const { question, outcome, rationale, likelihood, confidence, status } = { ...row, ...before };
  const preferred = Array.isArray(before.preferred) ? before.preferred.map(parseClaimNumber) : row.preferred;
  const said = { question, outcome, rationale, likelihood, confidence, status };
  const words = parseInput(WriteFinding, { ...said, preferredCamp: campOf(held, preferred), version: row.version });
  return writeFinding(ctx, { ...words, caseId, number });
}

function campOf({ group }: HeldConflict, preferred: (number | null)[]): string | null {
  if (preferred.length === 0) return null;
  const wanted = preferred.toSorted((a, b) => Number(a) - Number(b)).join();
  const camp = group.camps.find(({ claims }) => claims.toSorted((a, b) => a - b).join() === wanted);
  if (!camp) throw invalid("preferred", "names claims that are no camp of this conflict any more");
  return camp.letter;
}

function requireUnsigned(held: HeldConflict, id: string) {
  const row = unsignedOf(held);
  if (row?.id !== id) throw invalid("activity", "is of a finding that is signed or withdrawn by now");
  return row;
}

/** The conflict that a finding belongs to now: whichever holds one of its claims. */
async function hold(ctx: TxCtx, caseId: string, findingId: string) {
  for (const number of await numbersOfFinding(ctx, caseId, findingId)) {
    if (await readGroupOf(ctx, caseId, number)) return { number, held: await holdConflict(ctx, caseId, number) };
  }
  throw invalid("activity", "is of a finding whose claims are in no conflict now");
}
