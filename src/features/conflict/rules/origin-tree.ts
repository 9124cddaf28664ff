import { claimNode, descentGraph, type SourcedClaim } from "./descent-graph";
import { type Lineage, pairOf } from "./lineage";

/** A claim, or what claims come from. */
export type TreeNode = {
  key: string;
  kind: "claim" | "outlet" | "source" | "unnamed";
  /** A claim's number; null for outlets and sources. */
  number: number | null;
  name: string;
  /** Of a claim: who published it. */
  outlet: string | null;
  /** Of an outlet: who owns it. */
  owner: string | null;
  /** A claim of the camp; others are here because those descend from them. */
  inCamp: boolean;
  /** Somebody marked reporting of its own. */
  own: boolean;
};

/** `from` comes from `to`: as recorded, suspected, or by its own reporting; `altered` copies and contradicts. */
export type TreeEdge = {
  from: string;
  to: string;
  kind: "repeats" | "credits" | "published" | "own" | "suspected" | "altered";
};

export type OriginTree = { nodes: TreeNode[]; edges: TreeEdge[] };

/** From a camp's claims to where they come from: what `campOrigins` counts, as a graph to be drawn and told. */
export function originTree(
  supporters: number[],
  claims: ReadonlyMap<number, SourcedClaim>,
  lineage: Lineage,
): OriginTree {
  const graph = descentGraph(supporters, claims, lineage);
  const edges = [
    ...graph.confirmed.map(({ from, to }): TreeEdge => ({ from, to, kind: confirmedKind(from, to, claims) })),
    ...[...graph.own].flatMap(([from, to]): TreeEdge[] => (from === to ? [] : [{ from, to, kind: "own" }])),
    ...between(lineage.suspected, "suspected", () => true),
    ...between(lineage.repeated, "altered", (from, to) => lineage.altered.has(pairOf(from, to))),
  ];
  const found = reachable(supporters.map(claimNode), edges);
  const camp = new Set(supporters.map(claimNode));
  const nodes = [...found].map((key): TreeNode => {
    const place = graph.places.get(key);
    const number = numberIn(key);
    const claim = number === null ? undefined : claims.get(number);
    const kind =
      place?.kind === "outlet" || place?.kind === "source" || place?.kind === "unnamed" ? place.kind : "claim";
    return {
      key,
      kind,
      number,
      name: place?.name ?? `C-${number}`,
      outlet: claim?.publisher?.name ?? claim?.outlet?.name ?? null,
      owner: place?.owner ?? null,
      inCamp: camp.has(key),
      own: graph.own.has(key),
    };
  });
  return { nodes, edges: distinct(edges.filter(({ from, to }) => found.has(from) && found.has(to))) };
}

const numberIn = (key: string) => (key.startsWith("claim ") ? Number(key.slice("claim ".length)) : null);

/** To credit one's own outlet says no more than who published it. */
function confirmedKind(from: string, to: string, claims: ReadonlyMap<number, SourcedClaim>): TreeEdge["kind"] {
  if (numberIn(to) !== null) return "repeats";
  const { credited, publisher } = claims.get(numberIn(from) ?? 0) ?? {};
  return credited && (!credited.outlet || credited.outlet.id !== publisher?.id) ? "credits" : "published";
}

function between(
  lists: ReadonlyMap<number, number[]>,
  kind: TreeEdge["kind"],
  isWanted: (from: number, to: number) => boolean,
): TreeEdge[] {
  return [...lists].flatMap(([from, tos]) =>
    tos.filter((to) => isWanted(from, to)).map((to) => ({ from: claimNode(from), to: claimNode(to), kind })),
  );
}

function reachable(starts: string[], edges: TreeEdge[]): Set<string> {
  const onward = new Map<string, string[]>();
  for (const { from, to } of edges) onward.set(from, [...(onward.get(from) ?? []), to]);
  const found = new Set(starts);
  for (const node of found) for (const to of onward.get(node) ?? []) found.add(to);
  return found;
}

/** An outlet whose claim is published by it and marked as its own reporting is one line, the recorded one. */
function distinct(edges: TreeEdge[]): TreeEdge[] {
  const seen = new Set<string>();
  return edges.filter(({ from, to }) => {
    const key = `${from} ${to}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
