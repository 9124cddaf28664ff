/** A stretch of cells by lines and columns, its ends included. */
export type Block = { top: number; bottom: number; left: number; right: number };

export type Place = { line: number; column: number };

export const blockOf = (a: Place, b: Place): Block => ({
  top: Math.min(a.line, b.line),
  bottom: Math.max(a.line, b.line),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

export const cellsIn = ({ top, bottom, left, right }: Block) => (bottom - top + 1) * (right - left + 1);

/**
 * What pasted rows write where, as spreadsheets do it: from the first cell of the selection on, and again and again where
 * the selection is so many times as large. Columns beyond the last are left out; `missing` are the rows for which the
 * sheet has no line.
 */
export function placeBlock(
  rows: readonly (readonly string[])[],
  selected: Block,
  size: { lines: number; columns: number },
): { cells: { line: number; column: number; text: string }[]; area: Block; missing: number } {
  const height = rows.length;
  const width = Math.max(...rows.map((row) => row.length));
  const tall = selected.bottom - selected.top + 1;
  const wide = selected.right - selected.left + 1;
  const deep = tall % height === 0 ? tall : height;
  const broad = wide % width === 0 ? wide : width;
  const bottom = Math.min(selected.top + deep, size.lines) - 1;
  const right = Math.min(selected.left + broad, size.columns) - 1;
  const cells = [];
  for (let line = selected.top; line <= bottom; line++) {
    const row = rows[(line - selected.top) % height] ?? [];
    for (let column = selected.left; column <= right; column++) {
      const text = row[(column - selected.left) % width];
      if (text !== undefined) cells.push({ line, column, text });
    }
  }
  return {
    cells,
    area: { top: selected.top, bottom, left: selected.left, right },
    missing: Math.max(0, selected.top + deep - size.lines),
  };
}
