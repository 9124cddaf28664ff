import { type MatrixCell, MatrixKind, type MatrixOrder, type ReadMatrix } from "../schema";
import type { PlacedCell } from "./cell-mark";
import { orderOutlets } from "./order-outlets";

type Outlet = { id: string; name: string; claims: number };

/** A cell between two places of the sides, the first not after the second. */
export type ViewCell = { i: number; j: number } & Record<MatrixKind, number>;

export type MatrixView = {
  /** In the order of both sides; those of no pair are left out. */
  outlets: { id: string; name: string }[];
  cells: ViewCell[];
  /** Names of the outlets that have claims, but stand in no pair. */
  alone: string[];
};

/** A matrix as it is looked at: ordered, and without the outlets that have nothing to show. */
export function viewMatrix(outlets: Outlet[], cells: MatrixCell[], order: MatrixOrder): MatrixView {
  const related = new Set(cells.flatMap(({ a, b }) => [a, b]));
  const sides = orderOutlets(
    outlets.filter(({ id }) => related.has(id)),
    cells,
    order,
  );
  const place = new Map(sides.map(({ id }, index) => [id, index]));
  const placed = cells.flatMap(({ a, b, ...counts }): ViewCell[] => {
    const [i, j] = [place.get(a), place.get(b)];
    return i === undefined || j === undefined ? [] : [{ i: Math.min(i, j), j: Math.max(i, j), ...counts }];
  });
  return {
    outlets: sides.map(({ id, name }) => ({ id, name })),
    cells: placed.sort((x, y) => x.i - y.i || x.j - y.j),
    alone: outlets.filter(({ id }) => !related.has(id)).map(({ name }) => name),
  };
}

/** Both halves of the matrix: what stands between two outlets is read from either side. */
export const bothHalves = (cells: ViewCell[]): PlacedCell[] =>
  cells.flatMap(({ i, j, agrees, contradicts }) => {
    const cell = { row: i, column: j, agrees, contradicts };
    return i === j ? [cell] : [cell, { ...cell, row: j, column: i }];
  });

const STRIDE = 2 + MatrixKind.options.length;

/** Cells as one list of numbers: a large matrix goes to the browser in a tenth of the bytes. */
export const packCells = (cells: ViewCell[]): number[] =>
  cells.flatMap((cell) => [cell.i, cell.j, ...MatrixKind.options.map((kind) => cell[kind])]);

export function unpackCells(packed: number[]): ViewCell[] {
  return Array.from({ length: packed.length / STRIDE }, (_, index) => {
    const [i = 0, j = 0, ...counts] = packed.slice(index * STRIDE, (index + 1) * STRIDE);
    const [agrees = 0, contradicts = 0, qualifies = 0, updates = 0, repeats = 0] = counts;
    return { i, j, agrees, contradicts, qualifies, updates, repeats };
  });
}

const WORDS: Record<MatrixKind, string> = {
  agrees: "agreement",
  contradicts: "contradiction",
  qualifies: "qualification",
  updates: "update",
  repeats: "repetition",
};

/** "3 agreements, 1 contradiction", or "nothing recorded". */
export function tellCounts(counts: Record<MatrixKind, number> | undefined): string {
  const said = MatrixKind.options.flatMap((kind) => {
    const count = counts?.[kind] ?? 0;
    return count > 0 ? `${count.toLocaleString("en")} ${WORDS[kind]}${count === 1 ? "" : "s"}` : [];
  });
  return said.join(", ") || "nothing recorded";
}

/** What the numbers of a matrix are of. */
export const tellBasis = ({ by, implied }: ReadMatrix) =>
  `Pairs of ${by === "report" ? "claims" : "origins"}, ${implied ? "recorded and implied by the camps" : "as recorded"}`;
