import type { ImportError, ImportRow, RelationColumn, RowOutcome } from "../schema";
import { claimLabel, RELATION_COLUMNS, relationColumns } from "../schema";
import { groupBy } from "./group-by";
import type { Plan, PlannedUpdate } from "./plan";
import type { Row } from "./row";
import { GRADES, type Grade } from "./world";

export type PreviewRow = Omit<ImportRow, "claim"> & { number: number | null };

/** What a plan makes of every row, field by field where it changes a claim. `known` gives the claims of unchanged rows. */
export function previewRows(rows: readonly Row[], plan: Plan, errors: readonly ImportError[]): PreviewRow[] {
  const faults = groupBy(errors, ({ row }) => row);
  const created = new Map(plan.creates.map(({ rowIndex, number }) => [rowIndex, number]));
  const updated = new Map(plan.updates.map((update) => [update.rowIndex, update]));
  const relating = groupBy(plan.relations.add, ({ rowIndex }) => rowIndex);
  const withdrawing = new Set(plan.relations.withdraw.map(({ rowIndex }) => rowIndex));
  return rows.map((row, index) => {
    const update = updated.get(index);
    const outcome = outcomeOf(index, plan, created, update);
    const kinds = new Set(relating.get(index)?.map(({ kind }) => kind));
    const touched = relationColumns.filter(
      (column) => kinds.has(RELATION_COLUMNS[column]) || (withdrawing.has(index) && row.cells[column] === null),
    );
    return {
      row: row.row,
      outcome,
      number: created.get(index) ?? (update?.known ?? plan.same.get(index))?.number ?? row.cells.claim?.value ?? null,
      cells: cellsOf(row),
      changes: update ? changesOf(update, touched) : [],
      errors: (faults.get(row.row) ?? []).map(({ column, message }) => ({ column, message })),
    };
  });
}

function outcomeOf(
  index: number,
  plan: Plan,
  created: ReadonlyMap<number, number>,
  update: PlannedUpdate | undefined,
): RowOutcome {
  if (plan.refused.has(index)) return "failed";
  if (created.has(index)) return "created";
  return update ? "updated" : "unchanged";
}

function cellsOf({ cells, extra, unread }: Row): Record<string, string> {
  const shown: Record<string, string> = Object.fromEntries([...extra].map(([header, text]) => [header, text ?? "-"]));
  for (const [column, cell] of Object.entries(cells)) shown[column] = cell?.text ?? "-";
  for (const [column, text] of unread) shown[column] = text;
  return shown;
}

const isGrade = (column: string): column is Grade => (GRADES as readonly string[]).includes(column);

function changesOf({ row, known, difference }: PlannedUpdate, touched: readonly RelationColumn[]) {
  const columns = [...difference.columns].map((column) => ({
    column,
    old: isGrade(column) ? known.own[column] : known.text[column],
    new: row.cells[column]?.text ?? "",
  }));
  const extra = [...difference.extra].map((header) => ({
    column: header,
    old: known.extra[header] ?? "",
    new: row.extra.get(header) ?? "",
  }));
  const relations = touched.map((column) => ({
    column,
    old: known.text[column],
    new: row.cells[column]?.text ?? "",
  }));
  return [...columns, ...extra, ...relations];
}

export const labelOf = (number: number | null) => (number === null ? null : claimLabel(number));
