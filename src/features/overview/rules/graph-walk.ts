import type { Layout } from "./graph-layout";

export type Direction = "left" | "right" | "up" | "down";

const AHEAD: Record<Direction, [number, number]> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/**
 * The point that an arrow key leads to: the neighbour that lies best in that direction, else the nearest other point
 * there, so that one can walk from island to island. Null at the rim.
 */
export function walk(from: number, direction: Direction, neighbours: number[], layout: Layout): number | null {
  const near = best(from, AHEAD[direction], neighbours, layout, 3);
  return near ?? best(from, AHEAD[direction], layout.x.keys(), layout, 1);
}

/** `widest`: how far aside a point may lie for each step ahead. */
function best(
  from: number,
  [dx, dy]: [number, number],
  among: Iterable<number>,
  { x, y }: Layout,
  widest: number,
): number | null {
  let found: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const to of among) {
    if (to === from) continue;
    const [mx, my] = [(x[to] ?? 0) - (x[from] ?? 0), (y[to] ?? 0) - (y[from] ?? 0)];
    const ahead = mx * dx + my * dy;
    const aside = Math.abs(mx * dy - my * dx);
    if (ahead <= 0 || aside > ahead * widest) continue;
    const cost = ahead + 2 * aside;
    if (cost >= least) continue;
    found = to;
    least = cost;
  }
  return found;
}
