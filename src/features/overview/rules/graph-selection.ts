import type { ConflictLink } from "@/features/conflict/schema";

/**
 * The claims that a graph of at most `limit` is drawn from: those in conflict first, whole clusters one after the other
 * and each from its lowest number outwards, so that what is cut off lies at the rim.
 */
export function selectClaims(links: ConflictLink[], limit: number): { shown: Set<number>; total: number } {
  const neighbours = neighboursOf(links);
  const opposed = new Set(links.flatMap(({ kind, from, to }) => (kind === "contradicts" ? [from, to] : [])));
  const clusters = clustersOf(neighbours);
  const contested = clusters.filter((cluster) => cluster.some((claim) => opposed.has(claim)));
  const others = clusters.filter((cluster) => !cluster.some((claim) => opposed.has(claim)));
  const ordered = [...contested, ...others].flat();
  return { shown: new Set(ordered.slice(0, limit)), total: ordered.length };
}

function neighboursOf(links: ConflictLink[]): Map<number, number[]> {
  const neighbours = new Map<number, number[]>();
  const add = (from: number, to: number) => {
    const known = neighbours.get(from);
    if (known) known.push(to);
    else neighbours.set(from, [to]);
  };
  for (const { from, to } of links) {
    add(from, to);
    add(to, from);
  }
  return neighbours;
}

/** Connected claims, breadth first from the lowest number of each cluster. */
function clustersOf(neighbours: Map<number, number[]>): number[][] {
  const seen = new Set<number>();
  const clusters: number[][] = [];
  for (const start of [...neighbours.keys()].sort((a, b) => a - b)) {
    if (seen.has(start)) continue;
    seen.add(start);
    const cluster = [start];
    for (const claim of cluster) {
      for (const next of [...(neighbours.get(claim) ?? [])].sort((a, b) => a - b)) {
        if (seen.has(next)) continue;
        seen.add(next);
        cluster.push(next);
      }
    }
    clusters.push(cluster);
  }
  return clusters;
}
