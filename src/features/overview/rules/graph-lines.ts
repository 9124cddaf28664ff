import type { GraphEdge } from "../schema";
import type { Layout } from "./graph-layout";

export type Line = { x1: number; y1: number; x2: number; y2: number; edge: GraphEdge };

/** Between lines of the same two points. */
const GAP = 5;

/** Where lines are drawn: from rim to rim, side by side where several join the same two points. None to itself. */
export function linesOf(edges: GraphEdge[], { x, y }: Layout, radii: number[]): Line[] {
  const pairs = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    if (edge.a === edge.b) continue;
    const key = `${Math.min(edge.a, edge.b)} ${Math.max(edge.a, edge.b)}`;
    pairs.set(key, [...(pairs.get(key) ?? []), edge]);
  }
  return [...pairs.values()].flatMap((pair) => pair.map((edge, index) => place(edge, index - (pair.length - 1) / 2)));

  function place(edge: GraphEdge, aside: number): Line {
    const { a, b } = edge;
    const [ax = 0, ay = 0, bx = 0, by = 0] = [x[a], y[a], x[b], y[b]];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
    // The same side for both directions, or two lines against each other would lie on one another.
    const side = (a < b ? aside : -aside) * GAP;
    const [from, to] = [Math.min(radii[a] ?? 0, length / 2), Math.min(radii[b] ?? 0, length / 2)];
    return {
      x1: ax + ux * from - uy * side,
      y1: ay + uy * from + ux * side,
      x2: bx - ux * to - uy * side,
      y2: by - uy * to + ux * side,
      edge,
    };
  }
}
