import { type Quadtree, quadtree } from "d3-quadtree";
import type { Line } from "../rules/graph-lines";
import { CAMP_TINTS, DRAWING_ORDER, isHollow, strengthOf, tintOf } from "../rules/graph-look";
import type { GraphKind, GraphNode } from "../schema";
import type { Drawn } from "./use-graph";

/** A piece of the band under a camp: along what holds it together, or under a single point. */
export type Band = { tint: number; x1: number; y1: number; x2: number; y2: number };

export type LinePath = { kind: GraphKind; strength: number; path: Path2D };

/** What stays the same while one moves about: paths in the layout's own coordinates, and the index that finds points. */
export type Paths = {
  lines: LinePath[];
  camps: Path2D[];
  bands: Band[];
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
  return { lines: linePaths(drawn.lines), ...campPaths(drawn), ...pointPaths(drawn), places };
}

/** Lines of a kind and a strength as one path each, in the order in which they are drawn. */
export function linePaths(lines: Line[]): LinePath[] {
  const made = new Map<string, LinePath>();
  for (const line of lines) {
    const { kind } = line.edge;
    const strength = strengthOf(line.edge);
    const known = made.get(`${kind} ${strength}`) ?? { kind, strength, path: new Path2D() };
    made.set(`${kind} ${strength}`, known);
    trace(known.path, line);
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
function campPaths({ graph: { nodes, edges }, layout: { x, y } }: Drawn): Pick<Paths, "camps" | "bands" | "letters"> {
  const bands: Band[] = [];
  const tops = new Map<string, { at: number; letter: string }>();
  const campOf = ({ conflict, camp }: GraphNode) => (camp === null ? null : `${conflict} ${camp}`);
  const lay = (camp: string, a: number, b: number) =>
    bands.push({
      tint: tintOf(camp),
      x1: x[a] ?? 0,
      y1: y[a] ?? 0,
      x2: x[b] ?? 0,
      y2: (y[b] ?? 0) + (a === b ? 0.01 : 0),
    });
  for (const [at, node] of nodes.entries()) {
    const camp = campOf(node);
    if (camp === null || node.camp === null) continue;
    lay(node.camp, at, at);
    const top = tops.get(camp);
    if (!top || (y[at] ?? 0) < (y[top.at] ?? 0)) tops.set(camp, { at, letter: node.camp });
  }
  for (const { a, b, kind } of edges) {
    const [from, to] = [nodes[a], nodes[b]];
    if (from?.camp && to && kind !== "contradicts" && campOf(from) === campOf(to)) lay(from.camp, a, b);
  }
  const camps = CAMP_TINTS.map(() => new Path2D());
  for (const band of bands) trace(camps[band.tint], band);
  const letters = [...tops.values()].map(({ at, letter }) => ({ x: x[at] ?? 0, y: (y[at] ?? 0) - 18, letter }));
  return { camps, bands, letters };
}

type Ends = { x1: number; y1: number; x2: number; y2: number };

/** Adds a line to a path, or to the one that a canvas is at. */
export function trace(path: Pick<Path2D, "moveTo" | "lineTo"> | undefined, { x1, y1, x2, y2 }: Ends): void {
  path?.moveTo(x1, y1);
  path?.lineTo(x2, y2);
}
