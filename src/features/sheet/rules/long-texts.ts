import { decodeCell, encodeCell } from "./cells";
import { CELL_LIMIT } from "./workbook-xml";

/** A part of a text that is too long for its cell: which cell, and which part. Rows count as a spreadsheet does. */
export type LongText = { sheet: string; row: number; column: string; part: number; text: string };

type Place = Pick<LongText, "sheet" | "row" | "column">;

const NOTE = " …continued on the sheet “Long texts”";
const HEAD = CELL_LIMIT - NOTE.length;
/** A part is guarded as any cell is, which may add a character. */
const PART = CELL_LIMIT - 1;

/** What stands in a value's cell; where that is too long for one, a beginning, with the parts that make it whole. */
export function fitCell(value: string, place: Place): { cell: string; parts: LongText[] } {
  const cell = encodeCell(value);
  if (cell.length <= CELL_LIMIT) return { cell, parts: [] };
  const parts: LongText[] = [];
  for (let at = 0; at < value.length; ) {
    const end = at + PART - (splitsPair(value, at + PART) ? 1 : 0);
    parts.push({ ...place, part: parts.length + 1, text: value.slice(at, end) });
    at = end;
  }
  return { cell: headOf(cell), parts };
}

const headOf = (text: string) => text.slice(0, HEAD - (splitsPair(text, HEAD) ? 1 : 0)) + NOTE;

/** Whether cutting here would part the two halves of a character. */
const splitsPair = (text: string, at: number) => /^[\udc00-\udfff]/.test(text.slice(at, at + 1));

/**
 * The whole cell, where it still holds what an export wrote there; one that was changed since stands as it is. The parts
 * are as their cells have them.
 */
export function joinCell(cell: string, parts: readonly string[]): string {
  if (parts.length === 0) return cell;
  const whole = encodeCell(parts.map(decodeCell).join(""));
  return cell === headOf(whole) ? whole : cell;
}
