import { strongComponents } from "./strong-components";

/** `from` derives from `to`: it copies, quotes, carries or cites it. */
export type Descent = { from: string; to: string };

export type Evidence = {
  /** Whose independent origins are asked for: the claims of a camp. */
  supporters: string[];
  confirmed: Descent[];
  /** All descent again as somebody more cautious reads it; counts towards the minimum only. */
  cautious?: Descent[][];
  /** Outlets of one owner are one origin in the minimum. */
  ownerOf?: (node: string) => string | null;
  /** False for an origin that nothing vouches for: it counts towards the maximum only. */
  established?: (node: string) => boolean;
  /** Where what a node reports of its own comes from, although it also derives from others; null where it does not. */
  ownReporting?: (node: string) => string | null;
};

/** An origin: a node, or a circle of nodes that derive from each other, with the supporters that descend from it. */
export type Root = {
  nodes: string[];
  supporters: string[];
  /** Counted for reporting of somebody's own alone. */
  own: boolean;
};

export type Corroboration = {
  min: number;
  max: number;
  /** As the maximum counts them. */
  roots: Root[];
  /** Circles among what the supporters descend from, by confirmed descent. */
  circular: string[][];
};

/**
 * How many independent origins stand behind claims. Descent is followed to its roots: what derives from nothing further,
 * where a circle counts as one node.
 *
 * max: the roots by confirmed descent, and where reporting of its own comes from, unless it is one of them.
 * min: the fewest roots that any reading leaves; a circle has no origin, one not established is not independent, and those
 *      of one owner are one. Confirmed descent is a reading, too: what nobody has confirmed never raises the minimum.
 *
 * Roots are counted, not connected components: an article that cites two origins does not make them one.
 */
export function corroboration(evidence: Evidence): Corroboration {
  const { supporters, confirmed, cautious = [] } = evidence;
  const surely = explore(supporters, confirmed);
  const roots = rootsOf(evidence, surely);
  const readings = [surely, ...cautious.map((descents) => explore(supporters, descents))];
  const min = Math.min(roots.length, ...readings.map(({ sinks }) => countOrigins(sinks, evidence)));
  return { min, max: roots.length, roots, circular: surely.circles };
}

/** The roots alone, as the maximum counts them: for many camps at once, where nobody asks for the least there may be. */
export const confirmedRoots = (evidence: Evidence): Root[] =>
  rootsOf(evidence, explore(evidence.supporters, evidence.confirmed));

/** A circle of which somebody reports something of their own has that for its origin. */
function rootsOf({ ownReporting = () => null }: Evidence, { sinks, found, descending }: Explored): Root[] {
  const isOwn = (node: string) => ownReporting(node) !== null;
  const counted = sinks.filter((nodes) => nodes.length === 1 || !nodes.some(isOwn));
  const roots = new Map(counted.map((nodes) => [nodes.join(" "), { nodes, ends: [...nodes], own: false }]));
  for (const node of found) {
    const origin = ownReporting(node);
    if (origin === null) continue;
    const known = roots.get(origin);
    if (known) known.ends.push(node);
    else roots.set(origin, { nodes: [origin], ends: [node], own: true });
  }
  return [...roots.values()].map(({ ends, ...root }) => ({ ...root, supporters: descending(ends) }));
}

function countOrigins(sinks: string[][], { ownerOf = () => null, established = () => true }: Evidence): number {
  const origins = new Set<string>();
  for (const [node, ...circle] of sinks) {
    if (node === undefined || circle.length > 0 || !established(node)) continue;
    const owner = ownerOf(node);
    origins.add(owner === null ? `node ${node}` : `owner ${owner}`);
  }
  return origins.size;
}

type Explored = ReturnType<typeof explore>;

/** What the supporters descend from, themselves included. */
function explore(supporters: string[], descents: Descent[]) {
  const onward = adjacency(descents, "from", "to");
  const next = (node: string) => onward.get(node) ?? [];
  const components = strongComponents(supporters, next).map((nodes) => nodes.sort(inOrder));
  const home = new Map(components.flatMap((nodes) => nodes.map((node): [string, string[]] => [node, nodes])));
  const sinks = components.filter((nodes) => nodes.every((node) => next(node).every((to) => home.get(to) === nodes)));
  const circles = components.filter((nodes) => nodes.length > 1).sort((a, b) => inOrder(a[0] ?? "", b[0] ?? ""));
  const back = adjacency(descents, "to", "from");
  const places = new Map(supporters.map((node, place) => [node, place]));
  /** The supporters that descend from any of these, in their order. */
  const descending = (nodes: string[]): string[] => {
    const seen = new Set(nodes);
    for (const node of seen) for (const from of back.get(node) ?? []) seen.add(from);
    const own = [...seen].flatMap((node) => places.get(node) ?? []);
    return own.sort((a, b) => a - b).flatMap((place) => supporters[place] ?? []);
  };
  return { found: home.keys(), sinks, circles, descending };
}

/** Numbers inside the names count as numbers, so that claims come in their order. */
const inOrder = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

function adjacency(descents: Descent[], from: "from" | "to", to: "from" | "to"): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const descent of descents) {
    const known = found.get(descent[from]);
    if (known) known.push(descent[to]);
    else found.set(descent[from], [descent[to]]);
  }
  return found;
}
