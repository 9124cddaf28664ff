type Counts = { agrees: number; contradicts: number };

/** A square in a cell: its side, and how much of that from the left is agreement. */
export type CellMark = { side: number; agrees: number };

/** Below this a mark could be taken for dust. */
const LEAST = 4;

/** The largest count of a matrix: the cell that is filled. */
export const largestCount = (cells: Counts[]) =>
  cells.reduce((most, { agrees, contradicts }) => Math.max(most, agrees + contradicts), 0);

/** The square of a cell: its area by the count, split between agreement and contradiction. */
export function cellMark({ agrees, contradicts }: Counts, largest: number, room: number): CellMark | null {
  const count = agrees + contradicts;
  if (count === 0) return null;
  const side = Math.max(LEAST, room * Math.sqrt(count / largest));
  return { side, agrees: (side * agrees) / count };
}

/** A cell of a drawn matrix: which outlets by their places on both sides, and what to draw. */
export type PlacedCell = Counts & { row: number; column: number };

type Paths = {
  agrees: string;
  contradicts: string;
  /** Where there are relations of other kinds only. */
  other: string;
};

/**
 * All marks of a matrix as three outlines: forty thousand squares are then three things to draw, not forty thousand.
 * `size` is a cell's, `room` the most that a mark takes of it; `lift` moves marks up, where numbers stand below.
 */
export function markPaths(
  cells: PlacedCell[],
  { size, room, lift = 0 }: { size: number; room: number; lift?: number },
) {
  const largest = largestCount(cells);
  const paths: Record<keyof Paths, string[]> = { agrees: [], contradicts: [], other: [] };
  for (const cell of cells) {
    const [x, y] = [(cell.column + 0.5) * size, (cell.row + 0.5) * size - lift];
    const mark = cellMark(cell, largest, room);
    if (!mark) {
      paths.other.push(rectangle(x - LEAST / 4, y - LEAST / 4, LEAST / 2, LEAST / 2));
      continue;
    }
    const { side, agrees } = mark;
    const [left, top] = [x - side / 2, y - side / 2];
    if (agrees > 0) paths.agrees.push(rectangle(left, top, agrees, side));
    if (agrees < side) paths.contradicts.push(rectangle(left + agrees, top, side - agrees, side));
  }
  return { agrees: paths.agrees.join(""), contradicts: paths.contradicts.join(""), other: paths.other.join("") };
}

const rectangle = (x: number, y: number, width: number, height: number) =>
  `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;

const short = (value: number) => Math.round(value * 10) / 10;
