import { COLUMNS, type Column, type ImportError } from "../schema";
import { decodeCell } from "./cells";

/** Where each column stands in a file. */
export type Layout = { known: Map<Column, number>; extra: Map<string, number>; width: number };

const byName = new Map<string, Column>(COLUMNS.map((column) => [column, column]));
const MAX_HEADER = 200;
const MAX_EXTRA = 100;

const columnOf = (header: string) => byName.get(header.trim().toLowerCase());

/** How many of the known columns a header row names: tells a comma from a semicolon as the separator. */
export const countKnown = (headers: string[]) => headers.filter((header) => columnOf(header) !== undefined).length;

/** Recognises the header row: any order, any case; what is not known is kept under its own name. */
export function readHeader(headers: string[]): { layout: Layout } | { errors: ImportError[] } {
  const layout: Layout = { known: new Map(), extra: new Map(), width: headers.length };
  const errors: ImportError[] = [];
  const refuse = (column: string, message: string) => errors.push({ row: 1, column, message });
  for (const [index, raw] of headers.entries()) {
    const header = decodeCell(raw).trim();
    const column = columnOf(header);
    if (column ? layout.known.has(column) : layout.extra.has(header)) refuse(header, "stands twice in the header");
    else if (column) layout.known.set(column, index);
    else if (header.length > MAX_HEADER) refuse(header.slice(0, 40), `is longer than ${MAX_HEADER} characters`);
    else if (header !== "") layout.extra.set(header, index);
  }
  if (layout.extra.size > MAX_EXTRA)
    refuse("", `The sheet has more than ${MAX_EXTRA} columns that are not known here.`);
  if (layout.known.size === 0) {
    refuse("", "The first row must name the columns. None of them is known here: the least is “statement”.");
  } else if (!["statement", "id", "claim"].some((column) => layout.known.has(column as Column))) {
    refuse("statement", "The sheet has no such column, and none that says which claims it changes (id or claim).");
  }
  return errors.length > 0 ? { errors } : { layout };
}
