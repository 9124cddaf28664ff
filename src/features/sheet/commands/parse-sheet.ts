import { Readable } from "node:stream";
import { CsvError, type Parser, parse } from "csv-parse";
import { type Layout, readHeader } from "../rules/columns";
import { pickDelimiter } from "../rules/delimiter";
import { type Row, readRow } from "../rules/row";
import { type ImportError, MAX_ROWS } from "../schema";

/** A file that cannot be read as a sheet: nothing of it is imported. */
export class UnreadableSheet extends Error {
  readonly errors: ImportError[];

  constructor(errors: ImportError[]) {
    super(errors[0]?.message ?? "The file cannot be read.");
    this.name = "UnreadableSheet";
    this.errors = errors;
  }
}

const unreadable = (message: string, row = 0) => new UnreadableSheet([{ row, column: "", message }]);

/** More characters than any row of ours: where one is longer, a quotation mark is missing. */
const MAX_RECORD = 2_000_000;

/** Reads a CSV file to its rows, each with what is wrong in it. Throws `UnreadableSheet` where the file itself is broken. */
export async function parseSheet(bytes: Uint8Array): Promise<Row[]> {
  const text = decodeUtf8(bytes);
  const parser = Readable.from(pieces(text)).pipe(
    parse({ delimiter: pickDelimiter(text), relax_column_count: true, max_record_size: MAX_RECORD, info: true }),
  );
  const rows: Row[] = [];
  let layout: Layout | undefined;
  let number = 0;
  for await (const record of records(parser)) {
    number += 1;
    if (layout) {
      const row = readRow(number, record, layout);
      if (row) rows.push(row);
      if (rows.length > MAX_ROWS)
        throw unreadable(`The sheet has more than ${MAX_ROWS.toLocaleString("en")} rows.`, number);
      continue;
    }
    const header = readHeader(record);
    if ("errors" in header) throw new UnreadableSheet(header.errors);
    layout = header.layout;
  }
  if (!layout) throw unreadable("The file is empty: its first row must name the columns.");
  return rows;
}

/** The parser's records; its complaints in words that lead to the place. */
async function* records(parser: Parser): AsyncGenerator<string[]> {
  try {
    for await (const { record } of parser) yield record;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A record that never ends is noticed at its end: the place to look is where it begins.
    const row = parser.info.records + 1;
    throw unreadable(explain(error, parser.info.lines), row);
  }
}

function explain(error: CsvError, line: number): string {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
    case "CSV_MAX_RECORD_SIZE":
      return "A cell of this row opens with a quotation mark that is never closed.";
    case "INVALID_OPENING_QUOTE":
    case "CSV_INVALID_CLOSING_QUOTE":
      return `Line ${line} has a stray quotation mark: a cell with one must stand in quotation marks itself, and double those inside.`;
    default:
      return `Line ${line} cannot be read as CSV.`;
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw unreadable("The file is in UTF-16: save it as CSV in UTF-8.");
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    throw unreadable("The file is a workbook or an archive: save the sheet as CSV in UTF-8.");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(
      `The file is not in UTF-8: line ${firstBrokenLine(bytes)} has other bytes. Save it as CSV in UTF-8.`,
    );
  }
}

function firstBrokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); start < bytes.length; end = bytes.indexOf(10, start)) {
    const stop = end < 0 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    line += 1;
    start = stop + 1;
  }
  return line;
}

function* pieces(text: string): Generator<string> {
  const size = 1 << 16;
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
