import type { GraphEdge } from "../schema";

/** Lines between the same two points and of the same kind as one, with their number. */
export function mergeEdges(edges: Omit<GraphEdge, "count">[]): GraphEdge[] {
  const merged = new Map<string, GraphEdge>();
  for (const { a, b, kind } of edges) {
    const [from, to] = isDirected(kind) || a <= b ? [a, b] : [b, a];
    const key = `${from} ${to} ${kind}`;
    const known = merged.get(key);
    if (known) known.count += 1;
    else merged.set(key, { a: from, b: to, kind, count: 1 });
  }
  return [...merged.values()].sort(
    (x, y) => x.a - y.a || x.b - y.b || (x.kind < y.kind ? -1 : Number(x.kind > y.kind)),
  );
}

/** From the later to the earlier, and from the copy to what it copies. */
export const isDirected = (kind: GraphEdge["kind"]) => kind === "updates" || kind === "repeats";

/** The lines at each point, in the order of the lines. */
export function edgesByNode(count: number, edges: GraphEdge[]): GraphEdge[][] {
  const found: GraphEdge[][] = Array.from({ length: count }, () => []);
  for (const edge of edges) {
    found[edge.a]?.push(edge);
    if (edge.b !== edge.a) found[edge.b]?.push(edge);
  }
  return found;
}
