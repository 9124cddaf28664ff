/**
 * A spreadsheet runs a cell that begins with one of these characters as a formula; the full-width forms are read as such
 * where an East Asian keyboard is in use.
 */
export const FORMULA_STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];

const FORMULA = FORMULA_STARTS.map((start) => (start === "-" ? "\\-" : start)).join("");
const NEEDS_GUARD = new RegExp(`^'*[${FORMULA}]`);
const HAS_GUARD = new RegExp(`^''*[${FORMULA}]`);

/** The single mark that empties a value on import. A value that is itself "-" is written guarded, so it never reads as this. */
const CLEAR = "-";

/**
 * A value as a spreadsheet shows and never runs: guarded by an apostrophe where it begins like a formula. What already
 * begins with apostrophes and then like a formula gets one more, so that no two values are written alike.
 */
export const encodeCell = (value: string): string => (NEEDS_GUARD.test(value) ? `'${value}` : value);

/** The value again: exactly what was given to `encodeCell`. */
export const decodeCell = (cell: string): string => (HAS_GUARD.test(cell) ? cell.slice(1) : cell);

/** What a cell asks for: an empty one leaves the value as it is, a single `-` clears it. */
export type CellText = { is: "left" } | { is: "cleared" } | { is: "given"; text: string };

export function readCell(cell: string): CellText {
  if (cell.trim() === "") return { is: "left" };
  if (cell === CLEAR) return { is: "cleared" };
  // Spreadsheets write the line breaks inside a cell in the way of their system.
  return { is: "given", text: decodeCell(cell).replace(/\r\n?/g, "\n") };
}
