import { matchingKey } from "@/anchoring/normalise";
import type { ConflictLink, Origin, Origins } from "../schema";
import { corroboration, type Descent, type Root } from "./origins";

type Outlet = { id: string; name: string; owner: string | null };

/** Where a claim says that it comes from. */
export type SourcedClaim = {
  number: number;
  /** The outlet that published its article. */
  publisher: Outlet | null;
  /** The last step of its attribution: an outlet, or a person or unnamed source. */
  credited: { name: string; outlet: Outlet | null } | null;
};

export type CampOrigins = Origins & { roots: Origin[]; circular: number[][]; why: string };

type Place = Omit<Origin, "claims">;
type Graph = { places: Map<string, Place>; confirmed: Descent[]; published: Map<string, number[]> };

/**
 * How many independent origins stand behind claims of a camp.
 *
 * A claim that repeats others comes from where those come from; any other from the last step of its attribution, else
 * from the outlet that published it. So what is counted is outlets and sources, not articles: two articles of one outlet
 * are one origin, and so are two outlets that pass on the same person's words. Sources are the same where their names
 * match; an unnamed source counts as whatever was typed.
 *
 * Not established, so in the maximum only: a claim with neither article nor attribution, and a copy that contradicts what
 * it copies, for then its content is the copy's own. The minimum moreover takes it that an outlet which others credit
 * knows the matter from where its own reports in the camp have it, and that outlets of one owner are one.
 */
export function campOrigins(supporters: number[], claims: Map<number, SourcedClaim>, lineage: Lineage): CampOrigins {
  const graph = descentGraph(supporters, claims, lineage);
  const place = (node: string) => graph.places.get(node);
  const { min, max, roots, circular } = corroboration({
    supporters: supporters.map(claimNode),
    confirmed: graph.confirmed,
    suspected: creditedToTheirReports(supporters, graph),
    ownerOf: (node) => foldedOwner(place(node)),
    established: (node) => place(node)?.established ?? false,
  });
  const origins = roots.map((root) => originOf(root, place)).sort((a, b) => (a.claims[0] ?? 0) - (b.claims[0] ?? 0));
  return { min, max, roots: origins, circular: circular.map((nodes) => nodes.map(numberOf)), why: explain(origins) };
}

/** Who repeats whom in a case. Read from all its links once, for any number of camps. */
export type Lineage = { repeated: Map<number, number[]>; altered: Set<string> };

export function lineageOf(links: ConflictLink[]): Lineage {
  const repeated = new Map<number, number[]>();
  for (const { kind, from, to } of links) if (kind === "repeats") add(repeated, from, to);
  const opposed = links.filter(({ kind }) => kind === "contradicts");
  return { repeated, altered: new Set(opposed.map(({ from, to }) => pairOf(from, to))) };
}

/** The claims that any of these descend from by repeating, themselves included: what `campOrigins` needs to know of. */
export function descentOf(supporters: number[], { repeated }: Lineage): number[] {
  const found = new Set(supporters);
  for (const claim of found) for (const earlier of repeated.get(claim) ?? []) found.add(earlier);
  return [...found];
}

const pairOf = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;

function add<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

/** Nothing vouches that it is an origin, and it is no outlet. */
const UNKNOWN = { established: false, outletId: null, owner: null } as const;

const claimNode = (number: number) => `claim ${number}`;
const numberOf = (node: string) => Number(node.slice("claim ".length));
const foldedOwner = (place: Place | undefined) => (place?.owner ? matchingKey(place.owner) : null);

function descentGraph(supporters: number[], claims: Map<number, SourcedClaim>, lineage: Lineage): Graph {
  const graph: Graph = { places: new Map(), confirmed: [], published: new Map() };
  for (const number of descentOf(supporters, lineage)) {
    const earlier = lineage.repeated.get(number) ?? [];
    const followed = earlier.filter((each) => !lineage.altered.has(pairOf(number, each)));
    const altered = followed.length === 0 && earlier.length > 0;
    const source = earlier.length > 0 ? null : sourceOf(claims.get(number));
    const itself: Place = { name: `C-${number}`, kind: altered ? "altered" : "claim", ...UNKNOWN };
    graph.places.set(claimNode(number), itself);
    for (const each of followed) graph.confirmed.push({ from: claimNode(number), to: claimNode(each) });
    if (source) {
      graph.places.set(source.node, source.place);
      graph.confirmed.push({ from: claimNode(number), to: source.node });
    }
    const publisher = claims.get(number)?.publisher;
    if (publisher && source?.node !== outletNode(publisher)) add(graph.published, outletNode(publisher), number);
  }
  return graph;
}

const outletNode = ({ id }: Outlet) => `outlet ${id}`;

function sourceOf(claim: SourcedClaim | undefined): { node: string; place: Place } | null {
  const outlet = claim?.credited ? claim.credited.outlet : claim?.publisher;
  if (outlet) {
    const { id, name, owner } = outlet;
    return { node: outletNode(outlet), place: { name, kind: "outlet", established: true, outletId: id, owner } };
  }
  if (!claim?.credited) return null;
  const { name } = claim.credited;
  return { node: `source ${matchingKey(name)}`, place: { ...UNKNOWN, name, kind: "source", established: true } };
}

/** Where an outlet is credited by some and its own reports in the camp have it from elsewhere. */
function creditedToTheirReports(supporters: number[], { places, published }: Graph): Descent[] {
  const inCamp = new Set(supporters);
  return [...published].flatMap(([outlet, numbers]) =>
    places.has(outlet)
      ? numbers.filter((number) => inCamp.has(number)).map((number) => ({ from: outlet, to: claimNode(number) }))
      : [],
  );
}

function originOf({ nodes, supporters }: Root, place: (node: string) => Place | undefined): Origin {
  const claims = supporters.map(numberOf).sort((a, b) => a - b);
  const known = place(nodes[0] ?? "");
  if (known && nodes.length === 1) return { ...known, claims };
  const name = nodes.map((node) => `C-${numberOf(node)}`).join(", ");
  return { name, kind: "circle", ...UNKNOWN, claims };
}

/** In a sentence how the origins were counted. */
function explain(origins: Origin[]): string {
  const parts = origins.map(({ name, kind, claims }) => {
    if (kind === "circle") return `${list(name.split(", "))} repeat each other in a circle`;
    if (kind === "claim") return `nothing says where ${name} has it from`;
    if (kind === "altered") return `${name} contradicts what it repeats`;
    return `${list(claims.map((claim) => `C-${claim}`))} ${claims.length === 1 ? "goes" : "go"} back to ${name}`;
  });
  for (const [owner, names] of byOwner(origins)) {
    if (names.length > 1) parts.push(`${list(names)} ${names.length === 2 ? "both" : "all"} belong to ${owner}`);
  }
  const sentence = parts.join("; ");
  return sentence && `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function byOwner(origins: Origin[]): [string, string[]][] {
  const found = new Map<string, [string, string[]]>();
  for (const { name, owner } of origins) {
    if (!owner) continue;
    const known = found.get(matchingKey(owner));
    if (known) known[1].push(name);
    else found.set(matchingKey(owner), [owner, [name]]);
  }
  return [...found.values()];
}

const list = (names: string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
