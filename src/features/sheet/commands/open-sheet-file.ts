import { Readable } from "node:stream";
import { CsvError, type Parser, parse } from "csv-parse";
import { type Delimiter, pickDelimiter } from "../rules/delimiter";
import { type Encoding, findEncoding } from "../rules/encoding";
import { openClaimSheet } from "./open-claim-sheet";
import { unreadable } from "./unreadable-sheet";

export type SheetFile = { bytes: Uint8Array; contentType: string; filename: string };

/** What a text file leaves open and a person may say. */
export type FileSettings = { encoding?: Encoding | undefined; delimiter?: Delimiter | undefined };

/** A file opened as rows of cells; the first is row 1, blank ones among them. It can be read more than once. */
export type OpenedFile = {
  encoding: Encoding;
  encodingSure: boolean;
  delimiter: Delimiter;
  records: () => AsyncIterable<string[]>;
  /** What a workbook of ours says of its relations beside the claims. */
  relations?: () => AsyncIterable<string[]>;
};

/** More characters than any row of ours: where one is longer, a quotation mark is missing. */
const MAX_RECORD = 2_000_000;

/**
 * Opens a workbook (XLSX), or a CSV file in whatever encoding and with whatever separator: told apart by their first
 * bytes, since names and types are often wrong. Throws `UnreadableSheet` where it is neither.
 */
export async function openSheetFile({ bytes }: SheetFile, settings: FileSettings = {}): Promise<OpenedFile> {
  if (beginsWith(bytes, ZIP)) return { ...AS_IS, ...(await openClaimSheet(bytes)) };
  if (beginsWith(bytes, OLD_EXCEL)) throw unreadable(OLD_WORKBOOK);
  const found = settings.encoding ? { encoding: settings.encoding, sure: true } : findEncoding(bytes);
  const text = new TextDecoder(found.encoding).decode(bytes);
  const delimiter = settings.delimiter ?? pickDelimiter(text);
  return { encoding: found.encoding, encodingSure: found.sure, delimiter, records: () => recordsOf(text, delimiter) };
}

const ZIP = [0x50, 0x4b, 3, 4];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const OLD_WORKBOOK = "The file is a workbook of the old kind (.xls), or locked with a password: save it as .xlsx.";

/** A workbook leaves nothing open of what a text file does. */
const AS_IS = { encoding: "utf-8", encodingSure: true, delimiter: "," } as const;

const beginsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

function recordsOf(text: string, delimiter: Delimiter): AsyncIterable<string[]> {
  const options = { delimiter, relax_column_count: true, max_record_size: MAX_RECORD, info: true };
  return complaining(Readable.from(pieces(text)).pipe(parse(options)));
}

/** The parser's records; its complaints in words that lead to the place. */
async function* complaining(parser: Parser): AsyncGenerator<string[]> {
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

function* pieces(text: string): Generator<string> {
  const size = 1 << 16;
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
