import { type Ctx, db } from "@/platform/context";
import { AppError } from "@/platform/errors";
import { openSheetFile } from "../commands/open-sheet-file";
import { FORMULA_STARTS } from "../rules/cells";
import { FAULT_COLUMN, faultText, headingFinder, Reading } from "../rules/reading";
import type { ImportError } from "../schema";
import { requireOwnImport } from "./list-import-rows";

/**
 * The refused rows of an import as they stand in its file, under its own header, with what is wrong in a last column: to
 * be corrected and sent again. In UTF-8, with the mark by which spreadsheets know it.
 */
export async function exportRefused(
  ctx: Ctx,
  importId: string,
): Promise<{ filename: string; lines: AsyncIterable<Buffer> }> {
  await requireOwnImport(ctx, importId);
  const { teamId } = ctx;
  const found = await db(ctx).import.findUniqueOrThrow({
    where: { teamId_id: { teamId, id: importId } },
    select: { filename: true, contentType: true, file: true, reading: true },
  });
  const reading = Reading.safeParse(found.reading).data;
  if (!reading) throw new AppError("NOT_FOUND", "The file has not been read: no row of it was refused.");
  const refused = await db(ctx).importRow.findMany({
    where: { teamId, importId, outcome: "failed" },
    select: { row: true, faults: true },
  });
  const faults = new Map(refused.map(({ row, faults }) => [row, faults as Fault[]]));
  const file = { bytes: found.file, contentType: found.contentType, filename: found.filename };
  const filename = `${found.filename.replace(/\.[^.]*$/, "")} – refused rows`;
  const { records } = await openSheetFile(file, reading);
  return { filename, lines: linesOf(records(), reading, faults) };
}

type Fault = Omit<ImportError, "row">;

async function* linesOf(
  records: AsyncIterable<string[]>,
  reading: Reading,
  faults: ReadonlyMap<number, Fault[]>,
): AsyncGenerator<Buffer> {
  const { header, delimiter, columns } = reading;
  const heading = headingFinder(reading);
  // A list that was corrected once has such a column already.
  const again = columns.at(-1)?.heading === FAULT_COLUMN && columns.at(-1)?.to[0] === "left_out";
  const width = again ? columns.length - 1 : columns.length;
  const line = (cells: readonly string[], last: string) => {
    const padded = Array.from({ length: width }, (_, index) => cells[index] ?? "");
    return Buffer.from(`${[...padded, last].map((cell) => field(cell, delimiter)).join(delimiter)}\r\n`);
  };
  let number = 0;
  yield Buffer.from("\uFEFF");
  for await (const record of records) {
    number += 1;
    if (number === header) yield line(record, FAULT_COLUMN);
    const told = faults.get(number);
    if (told) yield line(record, faultText(told.map((fault) => ({ ...fault, column: heading(fault.column) }))));
  }
}

/** As it was, but never run by a spreadsheet. A single "-" clears and stays what it is. */
function field(cell: string, delimiter: string): string {
  const safe = cell !== "-" && FORMULA_STARTS.includes(cell.charAt(0)) ? `'${cell}` : cell;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
