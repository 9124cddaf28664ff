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

/** The texts of a workbook that are longer than a cell: found again by what stands in their cells. */
export class LongTexts {
  readonly #parts = new Map<string, string[]>();
  #whole: Map<string, { row: number; text: string }[]> | undefined;

  /** One row of the sheet of long texts, its cells as they are; what does not follow on the part before is left out. */
  add([sheet = "", row = "", column = "", part = "", text = ""]: readonly string[]) {
    const key = JSON.stringify([row, sheet, column]);
    const parts = this.#parts.get(key) ?? [];
    if (Number(part) === parts.length + 1) this.#parts.set(key, [...parts, text]);
    this.#whole = undefined;
  }

  /**
   * The cell whole again, where it still ends as the export left it, wherever its row stands now; where two texts begin
   * alike, the row tells. A cell that was changed since stands as it is.
   */
  join(cell: string, row: number): string {
    if (!cell.endsWith(NOTE)) return cell;
    const found = this.#byHead().get(cell) ?? [];
    const alike = new Set(found.map(({ text }) => text)).size <= 1;
    return (alike ? found[0] : found.find((each) => each.row === row))?.text ?? cell;
  }

  #byHead() {
    if (this.#whole) return this.#whole;
    const whole = new Map<string, { row: number; text: string }[]>();
    for (const [key, parts] of this.#parts) {
      const text = encodeCell(parts.map(decodeCell).join(""));
      const head = headOf(text);
      whole.set(head, [...(whole.get(head) ?? []), { row: Number(JSON.parse(key)[0]), text }]);
    }
    this.#whole = whole;
    return whole;
  }
}
