import { type Quadtree, quadtree } from "d3-quadtree";
import { CAMP_TINTS, DRAWING_ORDER, isHollow, strengthOf, tintOf } from "../rules/graph-look";
import type { GraphKind, GraphNode } from "../schema";
import type { Drawn } from "./use-graph";

export type LinePath = { kind: GraphKind; strength: number; path: Path2D };

/** What stays the same while one moves about: paths in the layout's own coordinates, and the index that finds points. */
export type Paths = {
  lines: LinePath[];
  camps: Path2D[];
  letters: { x: number; y: number; letter: string }[];
  solid: Path2D;
  quiet: Path2D;
  hollow: Path2D;
  /** The points by where they are. */
  places: Quadtree<number>;
};

export function pathsOf(drawn: Drawn): Paths {
  const { x, y } = drawn.layout;
  const places = quadtree<number>()
    .x((at) => x[at] ?? 0)
    .y((at) => y[at] ?? 0)
    .addAll(drawn.graph.nodes.map((_, at) => at));
  return { lines: linePaths(drawn), ...campPaths(drawn), ...pointPaths(drawn), places };
}

function linePaths({ lines }: Drawn): LinePath[] {
  const made = new Map<string, LinePath>();
  for (const { x1, y1, x2, y2, edge } of lines) {
    const strength = strengthOf(edge);
    const key = `${edge.kind} ${strength}`;
    const known = made.get(key) ?? { kind: edge.kind, strength, path: new Path2D() };
    made.set(key, known);
    known.path.moveTo(x1, y1);
    known.path.lineTo(x2, y2);
  }
  const rank = ({ kind }: LinePath) => DRAWING_ORDER.indexOf(kind);
  return [...made.values()].sort((a, b) => rank(a) - rank(b));
}

function pointPaths({ graph, layout, radii }: Drawn): Pick<Paths, "solid" | "quiet" | "hollow"> {
  const paths = { solid: new Path2D(), quiet: new Path2D(), hollow: new Path2D() };
  for (const [at, node] of graph.nodes.entries()) {
    const path = isHollow(graph.of, node) ? paths.hollow : isQuiet(graph.of, node) ? paths.quiet : paths.solid;
    const [x = 0, y = 0, r = 0] = [layout.x[at], layout.y[at], radii[at]];
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
  }
  return paths;
}

/** A claim that is in no conflict. */
const isQuiet = (of: string, { conflict }: GraphNode) => of === "claims" && conflict === null;

/** Under each camp a band along what holds it together; its letter stands at its topmost claim. */
function campPaths({ graph: { nodes, edges }, layout: { x, y } }: Drawn): Pick<Paths, "camps" | "letters"> {
  const camps = CAMP_TINTS.map(() => new Path2D());
  const tops = new Map<string, { at: number; letter: string }>();
  const campOf = ({ conflict, camp }: GraphNode) => (camp === null ? null : `${conflict} ${camp}`);
  for (const [at, node] of nodes.entries()) {
    const camp = campOf(node);
    if (camp === null || node.camp === null) continue;
    const path = camps[tintOf(node.camp)];
    path?.moveTo(x[at] ?? 0, y[at] ?? 0);
    path?.lineTo(x[at] ?? 0, (y[at] ?? 0) + 0.01);
    const top = tops.get(camp);
    if (!top || (y[at] ?? 0) < (y[top.at] ?? 0)) tops.set(camp, { at, letter: node.camp });
  }
  for (const { a, b, kind } of edges) {
    const [from, to] = [nodes[a], nodes[b]];
    if (!from?.camp || !to || kind === "contradicts" || campOf(from) !== campOf(to)) continue;
    const path = camps[tintOf(from.camp)];
    path?.moveTo(x[a] ?? 0, y[a] ?? 0);
    path?.lineTo(x[b] ?? 0, y[b] ?? 0);
  }
  const letters = [...tops.values()].map(({ at, letter }) => ({ x: x[at] ?? 0, y: (y[at] ?? 0) - 18, letter }));
  return { camps, letters };
}
