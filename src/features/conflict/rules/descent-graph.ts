import { matchingKey } from "@/anchoring/normalise";
import { isUnnamedSource, wordingOf } from "@/features/claim/rules/unnamed-source";
import type { Origin } from "../schema";
import { descentOf, type Lineage, pairOf } from "./lineage";
import type { Descent } from "./origins";

type Outlet = { id: string; name: string; owner: string | null };

/** Where a claim says that it comes from. */
export type SourcedClaim = {
  number: number;
  /** Claims of one article are one report; a claim without one is a report of its own. */
  articleId: string | null;
  /** The outlet that published its article. */
  publisher: Outlet | null;
  /** The outlet that it is attributed to: who knows the source that is credited last. */
  outlet: { id: string; name: string } | null;
  /** The last step of its attribution: an outlet, or a person or unnamed source. */
  credited: { name: string; outlet: Outlet | null } | null;
};

/** What a node of the graph is. */
export type Place = Omit<Origin, "claims">;

/** Where claims come from, as it is recorded, and as somebody more cautious would read it. */
export type DescentGraph = {
  places: Map<string, Place>;
  confirmed: Descent[];
  /** Further readings, in which origins may be fewer. */
  cautious: Descent[][];
  /** Outlets that others credit, and the claims of theirs that have it from elsewhere. */
  heard: Descent[];
  /** Where what a claim reports of its own comes from. */
  own: Map<string, string>;
};

export const claimNode = (number: number) => `claim ${number}`;
export const numberOf = (node: string) => Number(node.slice("claim ".length));

/** Nothing vouches that it is an origin, and it is no outlet. */
export const UNKNOWN = { established: false, outletId: null, owner: null } as const;

/** The graph of everything that these claims descend from. */
export function descentGraph(
  supporters: number[],
  claims: ReadonlyMap<number, SourcedClaim>,
  lineage: Lineage,
): DescentGraph {
  const graph: DescentGraph = { places: new Map(), confirmed: [], cautious: [], heard: [], own: new Map() };
  const numbers = descentOf(supporters, lineage);
  for (const number of numbers) addClaim(graph, number, claims.get(number), lineage);
  graph.heard = creditedToTheirReports(supporters, claims, graph);
  const assumed = [...graph.heard, ...sameWords(graph)];
  graph.cautious.push([...graph.confirmed, ...assumed]);
  if (numbers.some((number) => lineage.suspected.has(number))) {
    graph.cautious.push([...ifSuspicionsHold(numbers, lineage, graph), ...assumed]);
  }
  return graph;
}

function addClaim(graph: DescentGraph, number: number, claim: SourcedClaim | undefined, lineage: Lineage): void {
  const node = claimNode(number);
  const earlier = lineage.repeated.get(number) ?? [];
  const followed = earlier.filter((each) => !lineage.altered.has(pairOf(number, each)));
  const isAltered = followed.length === 0 && earlier.length > 0;
  graph.places.set(node, { name: `C-${number}`, kind: isAltered ? "altered" : "claim", ...UNKNOWN });
  for (const each of followed) graph.confirmed.push({ from: node, to: claimNode(each) });
  const source = earlier.length > 0 ? null : sourceOf(claim);
  if (source) {
    graph.places.set(source.node, source.place);
    graph.confirmed.push({ from: node, to: source.node });
  }
  if (!lineage.own.has(number)) return;
  const publisher = claim?.publisher ? outletPlace(claim.publisher) : null;
  if (publisher && !graph.places.has(publisher.node)) graph.places.set(publisher.node, publisher.place);
  graph.own.set(node, publisher?.node ?? node);
}

const outletNode = ({ id }: { id: string }) => `outlet ${id}`;

const outletPlace = (outlet: Outlet): { node: string; place: Place } => ({
  node: outletNode(outlet),
  place: { name: outlet.name, kind: "outlet", established: true, outletId: outlet.id, owner: outlet.owner },
});

function sourceOf(claim: SourcedClaim | undefined): { node: string; place: Place } | null {
  const outlet = claim?.credited ? claim.credited.outlet : claim?.publisher;
  if (outlet) return outletPlace(outlet);
  if (!claim?.credited) return null;
  const { name } = claim.credited;
  const { unnamed, key } = readName(name);
  if (unnamed) return unnamedPlace(claim, name);
  return { node: `source ${key}`, place: { ...UNKNOWN, name, kind: "source", established: true } };
}

type ReadName = { unnamed: boolean; key: string; wording: string };

const MOST_NAMES = 10_000;
const names = new Map<string, ReadName>();

/** Remembered, for a large case credits the same sources in thousands of claims. */
function readName(name: string): ReadName {
  const known = names.get(name);
  if (known) return known;
  if (names.size >= MOST_NAMES) names.clear();
  const read = { unnamed: isUnnamedSource(name), key: matchingKey(name), wording: wordingOf(name) };
  names.set(name, read);
  return read;
}

const UNNAMED = "unnamed ";

/** Whoever stands behind the same words in two outlets is not known to be the same. */
function unnamedPlace({ outlet, number }: SourcedClaim, name: string): { node: string; place: Place } {
  const node = `${UNNAMED}${readName(name).wording} @ ${outlet ? outletNode(outlet) : claimNode(number)}`;
  const label = `${name} (${outlet?.name ?? `C-${number}`})`;
  return { node, place: { ...UNKNOWN, name: label, kind: "unnamed", established: true } };
}

/** Unnamed sources that are described in the same words may be one person. */
function sameWords({ places }: DescentGraph): Descent[] {
  return [...places].flatMap(([from, { kind }]) => {
    if (kind !== "unnamed") return [];
    const to = wordingNode(from);
    places.set(to, { ...UNKNOWN, name: to.slice(UNNAMED.length), kind: "source", established: true });
    return [{ from, to }];
  });
}

/** The words of an unnamed source, whoever credits them. */
export const wordingNode = (node: string) => node.replace(/ @ (?:outlet|claim) [^@]*$/, "");

/** Where an outlet is credited by some and its own reports in the camp have it from elsewhere. */
function creditedToTheirReports(
  supporters: number[],
  claims: ReadonlyMap<number, SourcedClaim>,
  { places, confirmed }: DescentGraph,
): Descent[] {
  const direct = new Set(confirmed.map(({ from, to }) => `${from} ${to}`));
  return supporters.flatMap((number) => {
    const publisher = claims.get(number)?.publisher;
    const [from, to] = [publisher && outletNode(publisher), claimNode(number)];
    if (!from || !places.has(from) || direct.has(`${to} ${from}`)) return [];
    return [{ from, to }];
  });
}

/** A claim that was copied comes from there, whatever it credits. */
function ifSuspicionsHold(numbers: number[], { suspected }: Lineage, { confirmed }: DescentGraph): Descent[] {
  const copies = new Set(numbers.filter((number) => suspected.has(number)).map(claimNode));
  const kept = confirmed.filter(({ from, to }) => !copies.has(from) || to.startsWith("claim "));
  const added = numbers.flatMap((number) =>
    (suspected.get(number) ?? []).map((to) => ({ from: claimNode(number), to: claimNode(to) })),
  );
  return [...kept, ...added];
}
