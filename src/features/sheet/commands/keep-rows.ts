import type { TxCtx } from "@/platform/context";
import type { PreviewRow } from "../rules/preview";

const BATCH = 2000;

/** Keeps what becomes of each row, in the place of what was kept before. */
export async function keepRows(
  ctx: TxCtx,
  importId: string,
  rows: readonly PreviewRow[],
  step: (rows: number) => Promise<void> = async () => {},
): Promise<void> {
  await ctx.tx.$executeRaw`
    DELETE FROM import_row WHERE team_id = ${ctx.teamId}::uuid AND import_id = ${importId}::uuid`;
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    await ctx.tx.$executeRaw`
      INSERT INTO import_row (team_id, import_id, row, outcome, number, cells, changes, faults)
      SELECT ${ctx.teamId}::uuid, ${importId}::uuid, x.row, x.outcome, x.number, x.cells, x.changes, x.errors
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS x(
        row int, outcome row_outcome, number int, cells jsonb, changes jsonb, errors jsonb)`;
    await step(batch.length);
  }
}
