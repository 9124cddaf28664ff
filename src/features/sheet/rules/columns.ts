import { COLUMNS, type Column } from "../schema";
import { decodeCell } from "./cells";
import type { DateOrder } from "./date-order";

/** Where each column stands in a file; one that several feed is joined. */
export type Layout = {
  known: Map<Column, number[]>;
  extra: Map<string, number>;
  /** Columns of which nothing is taken. */
  passed: Set<number>;
  width: number;
  dates: DateOrder | null;
};

export const MAX_HEADING = 200;
export const MAX_EXTRA = 100;

const byName = new Map<string, Column>(COLUMNS.map((column) => [column, column]));

/** The sheet's own column of this name, in any case. */
export const columnNamed = (heading: string): Column | undefined => byName.get(heading.trim().toLowerCase());

/** How many of the sheet's own columns a header row names: tells a comma from a semicolon as the separator. */
export const countKnown = (headings: string[]) =>
  headings.filter((heading) => columnNamed(heading) !== undefined).length;

/**
 * The headings of a file, each told from the others: the second "Note" is "Note (2)", and one without a heading bears the
 * letter that a spreadsheet gives it. A trailing column without a heading and without a cell is none.
 */
export function readHeadings(header: readonly string[], filled: (index: number) => boolean): string[] {
  const used = new Set<string>();
  let width = header.length;
  while (width > 0 && (header[width - 1] ?? "").trim() === "" && !filled(width - 1)) width -= 1;
  return header.slice(0, width).map((raw, index) => {
    const heading = decodeCell(raw).replace(/\s+/g, " ").trim().slice(0, MAX_HEADING) || `Column ${letterOf(index)}`;
    let name = heading;
    for (let again = 2; used.has(name); again++) name = `${heading} (${again})`;
    used.add(name);
    return name;
  });
}

/** 0 is A, 26 is AA. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
