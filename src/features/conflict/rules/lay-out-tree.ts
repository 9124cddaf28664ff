import type { OriginTree, TreeEdge, TreeNode } from "./origin-tree";
import { strongComponents } from "./strong-components";

export const NODE = { width: 156, height: 44 };
/** Between columns, for what the lines say. */
const GAP = 132;
const ROW = 14;
const OWNER_GAP = 22;

type Ring = { cx: number; cy: number; radius: number; angle: number; step: number };
type Placed = TreeNode & { x: number; y: number; ring?: Ring };
export type DrawnEdge = TreeEdge & {
  /** An SVG path, with that of its arrowhead. */
  d: string;
  head: string;
  /** Where what the line says stands: its middle. */
  at: { x: number; y: number };
};
export type Drawn = {
  width: number;
  height: number;
  nodes: Placed[];
  edges: DrawnEdge[];
  /** Outlets of one owner, by the bracket beside them. */
  owners: { name: string; x: number; top: number; bottom: number }[];
};

/** Nodes that stand together: one, or those that derive from each other, in a ring. */
type Block = { nodes: TreeNode[]; depth: number; width: number; height: number; y: number };

/**
 * Where everything stands: reports at the left, what they come from at the right, each as near as may be to what it leads
 * to. What derives from each other in a circle stands in a ring. The same tree is always drawn the same.
 */
export function layOutTree(tree: OriginTree): Drawn {
  const blocks = blocksOf(tree);
  const home = new Map(blocks.flatMap((block) => block.nodes.map(({ key }) => [key, block] as const)));
  const columns = columnsOf(blocks);
  settle(columns, tree.edges, home);
  const widths = columns.map((column) => Math.max(NODE.width, ...column.map(({ width }) => width)));
  const lefts = columns.map((_, depth) => widths.slice(depth + 1).reduce((sum, width) => sum + width + GAP, 0));
  const nodes = blocks.flatMap((block) => place(block, lefts[block.depth] ?? 0));
  const at = new Map(nodes.map((node) => [node.key, node]));
  const edges = tree.edges.flatMap((edge) => {
    const [from, to] = [at.get(edge.from), at.get(edge.to)];
    return from && to ? [draw(edge, from, to, home.get(edge.from) === home.get(edge.to))] : [];
  });
  const owners = bracketsOf(nodes);
  const right = Math.max(0, ...nodes.map(({ x }) => x + NODE.width));
  // A ring reaches lower than what stands on it.
  const bottom = Math.max(0, ...blocks.map(({ y, height }) => y + height));
  return { width: right + (owners.length > 0 ? 110 : 0), height: bottom, nodes, edges, owners };
}

function blocksOf({ nodes, edges }: OriginTree): Block[] {
  const onward = new Map<string, string[]>();
  for (const { from, to } of edges) onward.set(from, [...(onward.get(from) ?? []), to]);
  const next = (key: string) => onward.get(key) ?? [];
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const depths = new Map<string, number>();
  return strongComponents(byKey.keys(), next).map((keys) => {
    const own = new Set(keys);
    const beyond = keys.flatMap(next).filter((key) => !own.has(key));
    const depth = Math.max(0, ...beyond.map((key) => (depths.get(key) ?? 0) + 1));
    for (const key of keys) depths.set(key, depth);
    const members = ringOrder(keys, next).flatMap((key) => byKey.get(key) ?? []);
    const radius = radiusOf(members.length);
    const size = members.length === 1 ? NODE : { width: 2 * radius + NODE.width, height: 2 * radius + NODE.height };
    return { nodes: members, depth, ...size, y: 0 };
  });
}

/** In the order in which they derive from each other, as far as one way round leads. */
function ringOrder(keys: string[], next: (key: string) => string[]): string[] {
  const left = new Set([...keys].sort((a, b) => a.localeCompare(b, "en", { numeric: true })));
  const order: string[] = [];
  let at = [...left][0];
  while (at !== undefined) {
    order.push(at);
    left.delete(at);
    at = next(at).find((key) => left.has(key)) ?? [...left][0];
  }
  return order;
}

/** Two stand one above the other; of more, any two neighbours leave room between them for what their line says. */
const radiusOf = (count: number) => (count === 2 ? 60 : 236 / (2 * Math.sin(Math.PI / Math.max(3, count))));

function columnsOf(blocks: Block[]): Block[][] {
  const columns: Block[][] = Array.from({ length: Math.max(0, ...blocks.map(({ depth }) => depth + 1)) }, () => []);
  for (const block of blocks) columns[block.depth]?.push(block);
  for (const column of columns) column.sort((a, b) => rank(a) - rank(b));
  return columns;
}

const rank = ({ nodes }: Block) => Math.min(...nodes.map(({ number }) => number ?? Number.MAX_SAFE_INTEGER));

/** Brings each column near to its neighbours: a few times to and fro is enough for any tree that can be read. */
function settle(columns: Block[][], edges: TreeEdge[], home: ReadonlyMap<string, Block>): void {
  const [leads, led] = [new Map<Block, Block[]>(), new Map<Block, Block[]>()];
  for (const { from, to } of edges) {
    const [a, b] = [home.get(from), home.get(to)];
    if (!a || !b || a === b) continue;
    leads.set(a, [...(leads.get(a) ?? []), b]);
    led.set(b, [...(led.get(b) ?? []), a]);
  }
  for (const column of columns) stack(column, () => null);
  for (let round = 0; round < 3; round += 1) {
    for (const column of columns.toReversed()) stack(column, (block) => middleOf(led.get(block)));
    for (const column of columns) stack(column, (block) => middleOf(leads.get(block)));
  }
  closeGaps(columns.flat());
}

/** What hangs together with nothing above it moves up to it; the first stands at the top. */
function closeGaps(blocks: Block[]): void {
  const ordered = blocks.toSorted((a, b) => a.y - b.y);
  let shift = ordered[0]?.y ?? 0;
  let bottom = shift;
  for (const block of ordered) {
    shift += Math.max(0, block.y - bottom - ROW);
    bottom = Math.max(bottom, block.y + block.height);
    block.y -= shift;
  }
}

function middleOf(blocks: Block[] | undefined): number | null {
  if (!blocks || blocks.length === 0) return null;
  return blocks.reduce((sum, { y, height }) => sum + y + height / 2, 0) / blocks.length;
}

/** In the order of where each would stand, owners together, without overlap and about the same middle. */
function stack(column: Block[], wish: (block: Block) => number | null): void {
  const wishes = new Map(column.map((block) => [block, wish(block) ?? block.y + block.height / 2]));
  const wished = (block: Block) => wishes.get(block) ?? 0;
  const ownerOf = (block: Block) => block.nodes[0]?.owner ?? null;
  const family = (block: Block) => {
    const owner = ownerOf(block);
    return Math.min(...column.filter((other) => other === block || (owner && ownerOf(other) === owner)).map(wished));
  };
  column.sort((a, b) => family(a) - family(b) || wished(a) - wished(b) || rank(a) - rank(b));
  let bottom = Number.NEGATIVE_INFINITY;
  for (const block of column) {
    block.y = Math.max(bottom, wished(block) - block.height / 2);
    bottom = block.y + block.height + ROW;
  }
  const drift = column.reduce((sum, block) => sum + block.y + block.height / 2 - wished(block), 0) / column.length;
  for (const block of column) block.y -= drift;
}

function place({ nodes, width, height, y }: Block, left: number): Placed[] {
  const [first] = nodes;
  if (first && nodes.length === 1) return [{ ...first, x: left, y }];
  const radius = radiusOf(nodes.length);
  const [cx, cy] = [left + width / 2, y + height / 2];
  const step = (2 * Math.PI) / nodes.length;
  return nodes.map((node, index) => {
    const angle = step * index - Math.PI / 2;
    const [x, top] = [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
    return { ...node, x: x - NODE.width / 2, y: top - NODE.height / 2, ring: { cx, cy, radius, angle, step } };
  });
}

function draw(edge: TreeEdge, from: Placed, to: Placed, isWithin: boolean): DrawnEdge {
  if (!isWithin) return { ...edge, ...drawCurve(rightOf(from), leftOf(to)) };
  const isNext = from.ring && to.ring && Math.abs(turn(to.ring.angle - from.ring.angle) - from.ring.step) < 0.01;
  return { ...edge, ...(isNext ? drawArc(from, to) : drawStraight(...nearest(from, to))) };
}

type Line = Pick<DrawnEdge, "d" | "head" | "at">;

function drawCurve(a: Point, b: Point): Line {
  const bend = Math.max(30, (b.x - a.x) / 2);
  const d = `M${r(a.x)} ${r(a.y)}C${r(a.x + bend)} ${r(a.y)} ${r(b.x - bend)} ${r(b.y)} ${r(b.x)} ${r(b.y)}`;
  // What a line says stands where lines have not come together yet.
  const share = Math.min(0.5, (GAP / 2 + 4) / Math.max(1, b.x - a.x));
  return { d, head: arrowhead(b, 0), at: onCurve(a, b, bend, share) };
}

function drawStraight(a: Point, b: Point): Line {
  const d = `M${r(a.x)} ${r(a.y)}L${r(b.x)} ${r(b.y)}`;
  const at = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return { d, head: arrowhead(b, Math.atan2(b.y - a.y, b.x - a.x)), at };
}

/** Along the ring from one to the next, from where it leaves the one to where it meets the other. */
function drawArc(from: Placed, to: Placed): Line {
  const { cx, cy, radius, angle, step } = from.ring ?? { cx: 0, cy: 0, radius: 0, angle: 0, step: 0 };
  const on = (at: number): Point => ({ x: cx + radius * Math.cos(at), y: cy + radius * Math.sin(at) });
  const inside = ({ x, y }: Point, node: Placed) =>
    x >= node.x && x <= node.x + NODE.width && y >= node.y && y <= node.y + NODE.height;
  let [start, end] = [angle, angle + step];
  while (start < end && inside(on(start), from)) start += 0.01;
  while (end > start && inside(on(end), to)) end -= 0.01;
  const [a, b] = [on(start), on(end)];
  const d = `M${r(a.x)} ${r(a.y)}A${r(radius)} ${r(radius)} 0 0 1 ${r(b.x)} ${r(b.y)}`;
  return { d, head: arrowhead(b, end + Math.PI / 2), at: on((start + end) / 2) };
}

const turn = (angle: number) => (angle + 4 * Math.PI) % (2 * Math.PI);

type Point = { x: number; y: number };

function arrowhead(tip: Point, angle: number): string {
  const wing = (turn: number) => `${r(tip.x - 7 * Math.cos(angle + turn))} ${r(tip.y - 7 * Math.sin(angle + turn))}`;
  return `M${wing(0.5)}L${r(tip.x)} ${r(tip.y)}L${wing(-0.5)}`;
}

const rightOf = ({ x, y }: Placed): Point => ({ x: x + NODE.width, y: y + NODE.height / 2 });
const leftOf = ({ x, y }: Placed): Point => ({ x, y: y + NODE.height / 2 });
function onCurve(a: Point, b: Point, bend: number, t: number): Point {
  const [p, q, s, u] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
  return { x: p * a.x + q * (a.x + bend) + s * (b.x - bend) + u * b.x, y: (p + q) * a.y + (s + u) * b.y };
}

/** The middles of the sides that face each other. */
function nearest(from: Placed, to: Placed): [Point, Point] {
  const sides = (node: Placed): Point[] => [
    leftOf(node),
    rightOf(node),
    { x: node.x + NODE.width / 2, y: node.y },
    { x: node.x + NODE.width / 2, y: node.y + NODE.height },
  ];
  const pairs = sides(from).flatMap((a) => sides(to).map((b): [Point, Point] => [a, b]));
  const length = ([a, b]: [Point, Point]) => Math.hypot(a.x - b.x, a.y - b.y);
  return pairs.reduce((best, pair) => (length(pair) < length(best) ? pair : best));
}

function bracketsOf(nodes: Placed[]): Drawn["owners"] {
  const families = new Map<string, Placed[]>();
  for (const node of nodes) {
    if (node.owner) families.set(node.owner, [...(families.get(node.owner) ?? []), node]);
  }
  return [...families].flatMap(([name, members]) => {
    if (members.length < 2) return [];
    const x = Math.max(...members.map((node) => node.x)) + NODE.width + OWNER_GAP / 2;
    const tops = members.map(({ y }) => y);
    return [{ name, x, top: Math.min(...tops), bottom: Math.max(...tops) + NODE.height }];
  });
}

const r = (value: number) => Math.round(value * 10) / 10;
