import { matchingKey } from "@/anchoring/normalise";
import type { Origin, Origins } from "../schema";
import { claimNode, descentGraph, numberOf, type Place, type SourcedClaim, UNKNOWN } from "./descent-graph";
import { explainOrigins } from "./explain-origins";
import type { Lineage } from "./lineage";
import { confirmedRoots, corroboration, type Root } from "./origins";

export type { SourcedClaim } from "./descent-graph";
export { descentOf, type Lineage, lineageOf } from "./lineage";

export type CampOrigins = Origins & { roots: Origin[]; circular: number[][]; why: string };

/**
 * How many independent origins stand behind claims of a camp.
 *
 * A claim that repeats others comes from where those come from; any other from the last step of its attribution, else
 * from the outlet that published it. So what is counted is outlets and sources, not articles: two articles of one outlet
 * are one origin, and so are two outlets that pass on the same person's words. Sources are the same where their names
 * match; an unnamed source is the same within one outlet only. A claim that is marked as reporting something of its own
 * moreover comes from the outlet that published it.
 *
 * Not established, so in the maximum only: a claim with neither article nor attribution, a copy that contradicts what it
 * copies, for then its content is the copy's own, and reporting of its own. The minimum moreover takes it that suspected
 * copies are copies, that unnamed sources described in the same words are the same, that an outlet which others credit
 * knows the matter from where its own reports in the camp have it, and that outlets of one owner are one.
 */
export function campOrigins(
  supporters: number[],
  claims: ReadonlyMap<number, SourcedClaim>,
  lineage: Lineage,
): CampOrigins {
  const graph = descentGraph(supporters, claims, lineage);
  const place = (node: string) => graph.places.get(node);
  const { min, max, roots, circular } = corroboration({
    supporters: supporters.map(claimNode),
    confirmed: graph.confirmed,
    cautious: graph.cautious,
    ownerOf: (node) => foldedOwner(place(node)),
    established: (node) => place(node)?.established ?? false,
    ownReporting: (node) => graph.own.get(node) ?? null,
  });
  const origins = roots.map((root) => originOf(root, place)).sort(byFirstClaim);
  const why = explainOrigins({
    supporters,
    claims,
    suspected: lineage.suspected,
    heard: graph.heard,
    origins,
    min,
    max,
  });
  return { min, max, roots: origins, circular: circular.map((nodes) => nodes.map(numberOf)), why };
}

/** The origins alone. What they count to at the least, and why, takes several times as long. */
export function campRoots(supporters: number[], claims: ReadonlyMap<number, SourcedClaim>, lineage: Lineage): Origin[] {
  const { confirmed, own, places } = descentGraph(supporters, claims, lineage);
  const evidence = {
    supporters: supporters.map(claimNode),
    confirmed,
    ownReporting: (node: string) => own.get(node) ?? null,
  };
  return confirmedRoots(evidence)
    .map((root) => originOf(root, (node) => places.get(node)))
    .sort(byFirstClaim);
}

const byFirstClaim = (a: Origin, b: Origin) => (a.claims[0] ?? 0) - (b.claims[0] ?? 0);

const foldedOwner = (place: Place | undefined) => (place?.owner ? matchingKey(place.owner) : null);

function originOf({ nodes, supporters, own }: Root, place: (node: string) => Place | undefined): Origin {
  const claims = supporters.map(numberOf).sort((a, b) => a - b);
  const known = place(nodes[0] ?? "");
  if (known && own) return { ...known, kind: "own", established: false, claims };
  if (known && nodes.length === 1) return { ...known, claims };
  const name = nodes.map((node) => `C-${numberOf(node)}`).join(", ");
  return { name, kind: "circle", ...UNKNOWN, claims };
}
