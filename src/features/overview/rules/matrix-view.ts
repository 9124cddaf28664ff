import type { MatrixCell, MatrixKind, MatrixOrder, ReadMatrix } from "../schema";
import { MatrixKind as Kinds } from "../schema";
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

const WORDS: Record<MatrixKind, string> = {
  agrees: "agree",
  contradicts: "contradict",
  qualifies: "qualify",
  updates: "update",
  repeats: "repeat",
};

/** "3 agree, 2 contradict", or "nothing recorded". */
export function tellCounts(counts: Record<MatrixKind, number> | undefined): string {
  const said = Kinds.options.flatMap((kind) => {
    const count = counts?.[kind] ?? 0;
    return count > 0 ? `${count.toLocaleString("en")} ${WORDS[kind]}` : [];
  });
  return said.join(", ") || "nothing recorded";
}

/** What the numbers of a matrix are of. */
export const tellBasis = ({ by, implied }: ReadMatrix) =>
  `Pairs of ${by === "report" ? "claims" : "origins"}, ${implied ? "recorded and implied by the camps" : "as recorded"}`;
