import { recordActivities } from "@/features/activity/commands/record-activities";
import { lockCase } from "@/features/case/commands/lock-case";
import { findTagSpellings } from "@/features/claim/commands/write-parts";
import {
  assessesAsLead,
  canAssessClaim,
  canChangeClaim,
  canRetractClaim,
  canReviewClaim,
} from "@/features/claim/policy";
import type { KnownOutlet } from "@/features/claim/rules/attribution";
import { claimLabel } from "@/features/claim/rules/claim-number";
import { bringOutlets } from "@/features/outlet/commands/bring-outlets";
import { findOutlets } from "@/features/outlet/queries";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { AppError, forbidden } from "@/platform/errors";
import { findEdited } from "../queries/find-edited";
import { findGridRows } from "../queries/grid-rows";
import { applyWishes, type ChangedClaim, type EditedClaim } from "../rules/edited-claim";
import { type EditFault, readEdits, type Wishes } from "../rules/read-edits";
import { undoOf } from "../rules/undo-edits";
import { type CellEdit, type Column, type EditedCells, EXTRA_PREFIX, type GridRow, type StaleCell } from "../schema";
import { writeCells } from "./write-cells";

type Input = { caseId: string; edits: readonly CellEdit[] };

/**
 * Changes cells of many claims at once, by the rules of the claim's own forms: all of them or none. What is wrong is told
 * by cell (`edits.12.text`), and so is what somebody else changed in the meantime.
 */
export async function changeClaims(ctx: Ctx, { caseId, edits }: Input): Promise<EditedCells> {
  if (!canChangeClaim(ctx.actor)) throw forbidden();
  const { wishes, faults } = readEdits(edits);
  for (const each of wishes) checkRole(ctx, each);
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, caseId);
    const ids = wishes.map(({ claimId }) => claimId);
    const claims = await findEdited(ctx, caseId, ids);
    refuseFaults([...faults, ...strangersAmong(wishes, claims)]);
    const changes = await plan(ctx, caseId, wishes, claims);
    await refuseStale(ctx, { caseId, edits }, wishes, claims);
    await writeCells(ctx, caseId, changes);
    await recordActivities(ctx, caseId, changes.map(activityOf));
    const columns = new Map(wishes.map(({ claimId, places }) => [claimId, places.keys()]));
    return {
      rows: await findGridRows(ctx, caseId, ids),
      undo: changes.flatMap((changed) => undoOf(changed, columns.get(changed.was.id) ?? [])),
    };
  });
}

function checkRole({ actor }: Ctx, { cells }: Wishes): void {
  const { status, reliability, credibility, confidence } = cells;
  const grades = [reliability, credibility, confidence].some((grade) => grade !== undefined);
  if (grades && !canAssessClaim(actor)) throw forbidden();
  if (status === "retracted" && !canRetractClaim(actor)) throw forbidden();
  if (status !== undefined && !canReviewClaim(actor)) throw forbidden();
}

const strangersAmong = (wishes: readonly Wishes[], claims: ReadonlyMap<string, EditedClaim>): EditFault[] =>
  wishes.flatMap(({ claimId, places }) =>
    claims.has(claimId) ? [] : [...places.values()].map((index) => ({ index, message: "is no claim of this case" })),
  );

/** The errors told with a refusal; whoever has more of them has one cause. */
const MAX_TOLD = 1000;

function refuseFaults(faults: readonly EditFault[]): void {
  const [first] = faults;
  if (!first) return;
  const told = faults.toSorted((a, b) => a.index - b.index).slice(0, MAX_TOLD);
  throw new AppError("INVALID", faults.length === 1 ? first.message : `${faults.length} cells cannot be written.`, {
    errors: told.map(({ index, message }) => ({ path: `edits.${index}.text`, message })),
  });
}

/** What is to be written, by claim; claims that are as they are wished are left out. */
async function plan(
  ctx: TxCtx,
  caseId: string,
  wishes: readonly Wishes[],
  claims: ReadonlyMap<string, EditedClaim>,
): Promise<ChangedClaim[]> {
  const tags = wishes.flatMap(({ cells }) => cells.tags ?? []);
  const world = {
    outlets: await findNamed(ctx, wishes, claims),
    spellings: tags.length > 0 ? await findTagSpellings(ctx, caseId, tags) : new Map<string, string[]>(),
    lead: assessesAsLead(ctx.actor),
  };
  const faults: EditFault[] = [];
  const changes: ChangedClaim[] = [];
  for (const each of wishes) {
    const claim = claims.get(each.claimId);
    if (!claim) continue;
    const result = applyWishes(claim, each, world);
    if ("faults" in result) faults.push(...result.faults);
    else if (result.changed) changes.push(result.changed);
  }
  refuseFaults(faults);
  return changes;
}

/** The outlets that the edits and the chains they touch name. Those credited are made where the team has none of the name. */
async function findNamed(
  ctx: TxCtx,
  wishes: readonly Wishes[],
  claims: ReadonlyMap<string, EditedClaim>,
): Promise<Map<string, KnownOutlet>> {
  const credited = new Set<string>();
  const named = new Set<string>();
  for (const { claimId, cells, kinds } of wishes) {
    if (cells.outlet) credited.add(cells.outlet);
    if (cells.outlet !== undefined) for (const { name } of claims.get(claimId)?.steps ?? []) named.add(name);
    for (const name of cells.attribution ?? []) (kinds?.get(name) === "outlet" ? credited : named).add(name);
  }
  if (credited.size + named.size === 0) return new Map();
  await bringOutlets(ctx, [...credited]);
  const found: Map<string, KnownOutlet> = await findOutlets(ctx, [...credited, ...named]);
  // A chain that is kept names its outlets as they are called now.
  for (const outlet of [...found.values()]) found.set(outlet.name, outlet);
  return found;
}

/** Told with what stands now, so that an editor can show both. */
async function refuseStale(
  ctx: TxCtx,
  { caseId, edits }: Input,
  wishes: readonly Wishes[],
  claims: ReadonlyMap<string, EditedClaim>,
): Promise<void> {
  const stale = wishes.filter(
    ({ claimId, version }) => version !== undefined && version !== claims.get(claimId)?.version,
  );
  if (stale.length === 0) return;
  const rows = await findGridRows(
    ctx,
    caseId,
    stale.map(({ claimId }) => claimId),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const cells = edits.flatMap(({ claimId, column }, index): StaleCell[] => {
    const row = byId.get(claimId);
    return row ? [{ index, claimId, column, text: cellText(row, column), version: row.version }] : [];
  });
  throw new AppError("CONFLICT", "Some of these claims were changed by somebody else in the meantime.", {
    current: { cells, rows },
  });
}

const cellText = ({ cells, extra }: GridRow, column: string): string =>
  (column.startsWith(EXTRA_PREFIX) ? extra[column.slice(EXTRA_PREFIX.length)] : cells[column as Column]) ?? "";

const activityOf = ({ was, change }: ChangedClaim) => ({
  ...change,
  subject: { type: "claim" as const, id: was.id, label: claimLabel(was.number) },
});
