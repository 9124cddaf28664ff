import { parse } from "csv-parse/sync";
import { runImport } from "@/features/sheet/commands/run-import";
import { startImport } from "@/features/sheet/commands/start-import";
import { getImport } from "@/features/sheet/queries";
import { exportCsv } from "@/features/sheet/queries/export-csv";
import { exportXlsx } from "@/features/sheet/queries/export-xlsx";
import type { Import } from "@/features/sheet/schema";
import type { Ctx } from "@/platform/context";
import { collect } from "./collect";

/** Starts the import of a CSV file without running it; `queue` leaves that to the job queue. */
export const startSheet = (
  ctx: Ctx,
  caseId: string,
  csv: string | Uint8Array,
  { dryRun = false, queue = false } = {},
) => {
  const bytes = typeof csv === "string" ? new TextEncoder().encode(csv) : csv;
  return startImport(ctx, { caseId, filename: "sheet.csv", contentType: "text/csv", bytes, dryRun }, { queue });
};

/** Imports a CSV file and gives the report. */
export async function importSheet(ctx: Ctx, caseId: string, csv: string | Uint8Array, options = {}): Promise<Import> {
  const { id } = await startSheet(ctx, caseId, csv, options);
  await runImport({ teamId: ctx.teamId, importId: id });
  return getImport(ctx, id);
}

export const exportSheet = async (ctx: Ctx, caseId: string): Promise<string> =>
  String(await collect(await exportCsv(ctx, caseId, {})));

/** The rows of an export without what belongs to one case and one moment. */
export function comparableRows(csv: string): Record<string, string>[] {
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  return rows.map(({ id: _id, version: _version, entered_by: _by, entered_at: _at, ...rest }) => rest);
}

export const exportWorkbook = async (ctx: Ctx, caseId: string): Promise<Buffer> =>
  collect(await exportXlsx(ctx, caseId, {}));
