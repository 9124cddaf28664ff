/** Cells of a column that were made one, from the top row to the bottom row. Rows and columns count from 1. */
export type Merged = { column: number; top: number; bottom: number };

/** Reads `B2:B9`; null where nothing is merged downwards. A heading across columns belongs to its first alone. */
export function parseMerged(reference: string): Merged | null {
  const [, letters = "", top = "0", bottom = "0"] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(reference) ?? [];
  const merged = { column: numberOf(letters), top: Number(top), bottom: Number(bottom) };
  return merged.column > 0 && merged.bottom > merged.top ? merged : null;
}

const numberOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** What the topmost cell of each merged stretch says, while its rows pass by. */
export class MergedCells {
  readonly #waiting: Merged[];
  readonly #open = new Map<number, { bottom: number; text: string }>();
  #next = 0;

  constructor(merged: readonly Merged[]) {
    this.#waiting = merged.toSorted((a, b) => a.top - b.top);
  }

  /** The row with what stands merged above it. Rows are given in order. */
  fill(row: number, cells: string[]): string[] {
    for (const [column, { bottom, text }] of this.#open) {
      if (bottom < row) this.#open.delete(column);
      else if (text !== "" && (cells[column - 1] ?? "") === "") {
        while (cells.length < column - 1) cells.push("");
        cells[column - 1] = text;
      }
    }
    for (; (this.#waiting[this.#next]?.top ?? Number.POSITIVE_INFINITY) <= row; this.#next++) {
      const merged = this.#waiting[this.#next];
      if (merged?.top === row)
        this.#open.set(merged.column, { bottom: merged.bottom, text: cells[merged.column - 1] ?? "" });
    }
    return cells;
  }
}
