import type { ConflictLink } from "@/features/conflict/schema";
import type { MatrixKind } from "../schema";
import type { Ground, Unit } from "./matrix-ground";

/** A pair that a cell counts, by the places of its units: the lower first. */
export type CellPair = { u: number; v: number; kind: MatrixKind };

export type LinksOf = ReadonlyMap<number, ConflictLink[]>;

export function linksByClaim(links: ConflictLink[]): Map<number, ConflictLink[]> {
  const found = new Map<number, ConflictLink[]>();
  for (const link of links) {
    for (const end of [link.from, link.to]) {
      const known = found.get(end);
      if (known) known.push(link);
      else found.set(end, [link]);
    }
  }
  return found;
}

export function compareNumbers(one: number[], other: number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Two units of a ground as one number, whichever comes first: a set of many pairs stays small. */
export const pairKey = ({ units }: Ground, u: number, v: number) => Math.min(u, v) * units.length + Math.max(u, v);

/** What is recorded of a pair and neither `unrelated` nor `disputed`: these say nothing that a cell could count. */
export const countedKind = ({ kind }: ConflictLink): MatrixKind | null =>
  kind === "unrelated" || kind === "disputed" ? null : kind;

/** The pairs of units that a link is between, each once. */
export function* unitPairs({ unitsOf }: Ground, { from, to }: ConflictLink): Generator<[number, number]> {
  const [heads, tails] = [unitsOf.get(from) ?? [], unitsOf.get(to) ?? []];
  for (const u of heads) {
    for (const v of tails) {
      // Where both claims stand in both units, the pair comes twice.
      const mirrored = u > v && heads.includes(v) && tails.includes(u);
      if (u !== v && !mirrored) yield [u, v];
    }
  }
}

/** What follows of two units from their camps. */
export function consequence({ opposed }: Ground, u: Unit, v: Unit): "agrees" | "contradicts" | null {
  if (u.camp === v.camp) return "agrees";
  return opposed.get(u.camp)?.has(v.camp) ? "contradicts" : null;
}

/**
 * For the pairs of units in which not every pair of claims bears what follows from their camps: how many still do. What
 * somebody recorded of two claims stands before what follows, and a claim of both units makes no pair with itself.
 */
export function exceptions(ground: Ground): Map<number, number> {
  const lost = new Map<number, number>();
  for (const link of ground.links) {
    if (link.family !== "content") continue;
    for (const [u, v] of unitPairs(ground, link)) {
      const follows = consequenceAt(ground, u, v);
      if (follows !== null && follows !== link.kind) add(lost, pairKey(ground, u, v));
    }
  }
  const shared = sharedClaims(ground);
  const left = new Map<number, number>();
  for (const key of new Set([...lost.keys(), ...shared.keys()])) {
    left.set(key, claimPairs(ground, key, shared.get(key) ?? 0) - (lost.get(key) ?? 0));
  }
  return left;
}

export const unitsOfKey = ({ units }: Ground, key: number): [number, number] => [
  Math.floor(key / units.length),
  key % units.length,
];

export function consequenceAt(ground: Ground, u: number, v: number): "agrees" | "contradicts" | null {
  const [one, other] = [ground.units[u], ground.units[v]];
  return one && other ? consequence(ground, one, other) : null;
}

function sharedClaims(ground: Ground): Map<number, number> {
  const shared = new Map<number, number>();
  for (const units of ground.unitsOf.values()) {
    for (const [index, u] of units.entries()) {
      for (const v of units.slice(index + 1)) add(shared, pairKey(ground, u, v));
    }
  }
  return shared;
}

/** Pairs of two different claims, one of each unit, where `shared` claims stand in both. */
function claimPairs(ground: Ground, key: number, shared: number): number {
  const [one = 0, other = 0] = unitsOfKey(ground, key).map((unit) => ground.units[unit]?.claims.length);
  return one * other - shared - (shared * (shared - 1)) / 2;
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
