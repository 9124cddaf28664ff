import { Readable } from "node:stream";
import { CsvError, type Parser, parse } from "csv-parse";
import { type Delimiter, pickDelimiter } from "../rules/delimiter";
import { type Encoding, findEncoding } from "../rules/encoding";
import type { ImportError } from "../schema";

/** A file that cannot be read as a sheet: nothing of it is imported. */
export class UnreadableSheet extends Error {
  readonly errors: ImportError[];

  constructor(errors: ImportError[]) {
    super(errors[0]?.message ?? "The file cannot be read.");
    this.name = "UnreadableSheet";
    this.errors = errors;
  }
}

export const unreadable = (message: string, row = 0, column = "") => new UnreadableSheet([{ row, column, message }]);

export type SheetFile = { bytes: Uint8Array; contentType: string; filename: string };

/** What a text file leaves open and a person may say. */
export type FileSettings = { encoding?: Encoding | undefined; delimiter?: Delimiter | undefined };

/** A file opened as rows of cells; the first is row 1, blank ones among them. It can be read more than once. */
export type OpenedFile = {
  encoding: Encoding;
  encodingSure: boolean;
  delimiter: Delimiter;
  records: () => AsyncIterable<string[]>;
};

/** More characters than any row of ours: where one is longer, a quotation mark is missing. */
const MAX_RECORD = 2_000_000;

/** Opens a CSV file in whatever encoding and with whatever separator. Throws `UnreadableSheet` where it is none. */
export function openSheetFile({ bytes }: SheetFile, settings: FileSettings = {}): OpenedFile {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    throw unreadable("The file is a workbook or an archive: save the sheet as CSV in UTF-8.");
  }
  const found = settings.encoding ? { encoding: settings.encoding, sure: true } : findEncoding(bytes);
  const text = new TextDecoder(found.encoding).decode(bytes);
  const delimiter = settings.delimiter ?? pickDelimiter(text);
  return { encoding: found.encoding, encodingSure: found.sure, delimiter, records: () => recordsOf(text, delimiter) };
}

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
