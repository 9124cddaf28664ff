import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import { packSiblings } from "d3-hierarchy";
import type { GraphEdge, GraphKind } from "../schema";

export type ToLayOut = { radii: number[]; edges: Pick<GraphEdge, "a" | "b" | "kind">[] };

/** Where every point lies, about the middle, and how far from it the outermost reach. */
export type Layout = { x: number[]; y: number[]; extent: number };

type Body = SimulationNodeDatum & { at: number; r: number };
type Spring = SimulationLinkDatum<Body> & { kind: GraphKind };
type Island = { nodes: Body[]; springs: Spring[]; r: number; x: number; y: number };

/** What joins draws together, what opposes keeps apart: camps gather by themselves. */
const LENGTH: Record<GraphKind, number> = {
  agrees: 26,
  repeats: 26,
  updates: 40,
  qualifies: 44,
  disputed: 52,
  contradicts: 64,
};
/** Room around an island. */
const MARGIN = 14;

/**
 * Lays every cluster out by itself and packs them side by side, the largest in the middle, so that conflicts read as
 * islands. The same graph always gets the same picture: nothing in it is left to chance or to the clock. Yields how far
 * it is, from 0 to 1, after each step of the work.
 */
export function* layOutInSteps({ radii, edges }: ToLayOut): Generator<number, Layout> {
  const islands = islandsOf(radii, edges);
  const work = islands.reduce((sum, { nodes }) => sum + nodes.length * ticksFor(nodes.length), 0);
  let done = 0;
  for (const island of islands) {
    for (const ticked of settle(island)) {
      done += ticked;
      yield done / work;
    }
    centre(island);
  }
  packSiblings(islands);
  return gather(radii.length, islands);
}

export function layOut(given: ToLayOut): Layout {
  const steps = layOutInSteps(given);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** How large a point is drawn, by the number of claims behind it. */
export const radiusOf = (claims: number) => Math.min(26, 3.5 + 2.5 * Math.sqrt(claims));

/** A large cluster is judged by its outline, so it gets fewer steps a point. */
const SMALL = 300;
const ticksFor = (size: number) =>
  size <= 40 ? 120 : Math.max(70, Math.round(200 * Math.min(1, Math.sqrt(SMALL / size))));

function* settle({ nodes, springs }: Island): Generator<number> {
  const ticks = ticksFor(nodes.length);
  const simulation = forceSimulation(nodes)
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force(
      "spring",
      forceLink<Body, Spring>(springs).distance(({ kind, source, target }) => LENGTH[kind] + sizeOf(source, target)),
    )
    .force("repulsion", forceManyBody<Body>().strength(-70).theta(1.3).distanceMax(420))
    .force("x", forceX(0).strength(0.04))
    .force("y", forceY(0).strength(0.04))
    .stop();
  // In a large cluster keeping points off each other costs as much as all else: there it comes when the rest has settled.
  const roomFrom = nodes.length <= SMALL ? 0 : Math.round(ticks * 0.7);
  for (let tick = 0; tick < ticks; tick++) {
    if (tick === roomFrom)
      simulation.force(
        "room",
        forceCollide<Body>(({ r }) => r + 4),
      );
    simulation.tick();
    yield nodes.length;
  }
}

const sizeOf = (...ends: Spring["source"][]) =>
  ends.reduce<number>((sum, end) => sum + (typeof end === "object" ? end.r : 0), 0);

/** About its own middle, with the circle that it needs. */
function centre(island: Island): void {
  const xs = island.nodes.map(({ x = 0 }) => x);
  const ys = island.nodes.map(({ y = 0 }) => y);
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [cx, cy] = [middle(xs), middle(ys)];
  for (const node of island.nodes) {
    node.x = (node.x ?? 0) - cx;
    node.y = (node.y ?? 0) - cy;
  }
  island.r = Math.max(...island.nodes.map(({ x = 0, y = 0, r }) => Math.hypot(x, y) + r)) + MARGIN;
}

function gather(count: number, islands: Island[]): Layout {
  const layout: Layout = { x: new Array(count).fill(0), y: new Array(count).fill(0), extent: 1 };
  for (const island of islands) {
    for (const { at, x = 0, y = 0 } of island.nodes) {
      layout.x[at] = round(island.x + x);
      layout.y[at] = round(island.y + y);
    }
    layout.extent = Math.max(layout.extent, Math.hypot(island.x, island.y) + island.r);
  }
  return layout;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Connected points, the largest clusters first. Breadth first, so that neighbours begin near each other. */
function islandsOf(radii: number[], edges: ToLayOut["edges"]): Island[] {
  const bodies = radii.map((r, at): Body => ({ at, r }));
  const neighbours: number[][] = radii.map(() => []);
  for (const { a, b } of edges) {
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  const home: (Island | undefined)[] = new Array(radii.length);
  const islands: Island[] = [];
  for (const start of bodies) {
    if (home[start.at]) continue;
    const island: Island = { nodes: [start], springs: [], r: 0, x: 0, y: 0 };
    home[start.at] = island;
    for (const { at } of island.nodes) {
      for (const next of neighbours[at] ?? []) {
        const body = bodies[next];
        if (!body || home[next]) continue;
        home[next] = island;
        island.nodes.push(body);
      }
    }
    islands.push(island);
  }
  for (const { a, b, kind } of edges) {
    const [source, target] = [bodies[a], bodies[b]];
    if (source && target && a !== b) home[a]?.springs.push({ source, target, kind });
  }
  return islands.sort((x, y) => y.nodes.length - x.nodes.length);
}
