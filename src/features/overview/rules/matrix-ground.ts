import { campRoots, type Lineage, type SourcedClaim } from "@/features/conflict/rules/camp-origins";
import { campFinder } from "@/features/conflict/rules/camps";
import type { ConflictLink } from "@/features/conflict/schema";

/** What the matrix counts pairs of: a claim, or an origin together with the claims of one camp that descend from it. */
export type Unit = {
  /** A place in the ground's list of outlets. */
  outlet: number;
  /** The camp, by its lowest claim. */
  camp: number;
  /** By number, ascending. */
  claims: number[];
  /** The origin's name; null where the unit is a claim. */
  name: string | null;
  /** Tells apart the units that begin with the same claim. */
  rank: number;
};

export type Ground = {
  /** Ids, in order. */
  outlets: string[];
  /** By their first claim, then rank. */
  units: Unit[];
  unitsOf: Map<number, number[]>;
  links: ConflictLink[];
  /** Which camps contradict each other, each way round. */
  opposed: Map<number, Set<number>>;
};

/** To what outlet a claim is attributed, by its number. */
export type OutletOf = ReadonlyMap<number, string>;

type Draft = Omit<Unit, "outlet" | "rank"> & { outlet: string | undefined };

/** Each claim by itself. */
export function groundOfClaims(links: ConflictLink[], outletOf: OutletOf): Ground {
  const campOf = campFinder(links);
  const drafts = relatedClaims(links).map(
    (claim): Draft => ({ outlet: outletOf.get(claim), camp: campOf(claim), claims: [claim], name: null }),
  );
  return layGround(links, drafts, campOf);
}

/**
 * Each origin once in each camp, however many of its copies stand there. It counts for the outlet that it is; a person,
 * a circle or a claim from nowhere for the outlet of the first claim that rests on it.
 */
export function groundOfOrigins(
  links: ConflictLink[],
  outletOf: OutletOf,
  claims: Map<number, SourcedClaim>,
  lineage: Lineage,
): Ground {
  const campOf = campFinder(links);
  const camps = new Map<number, number[]>();
  for (const claim of relatedClaims(links)) push(camps, campOf(claim), claim);
  const drafts = [...camps].flatMap(([camp, members]) =>
    campRoots(members, claims, lineage).map((root): Draft => {
      const passing = root.claims.map((claim) => outletOf.get(claim)).find((outlet) => outlet !== undefined);
      return { outlet: root.outletId ?? passing, camp, claims: root.claims, name: root.name };
    }),
  );
  return layGround(links, drafts, campOf);
}

const relatedClaims = (links: ConflictLink[]) => [...new Set(links.flatMap(({ from, to }) => [from, to]))];

function layGround(links: ConflictLink[], drafts: Draft[], campOf: (claim: number) => number): Ground {
  const outlets = [...new Set(drafts.flatMap(({ outlet }) => outlet ?? []))].sort();
  const place = new Map(outlets.map((id, index) => [id, index]));
  const units: Unit[] = [];
  for (const draft of drafts.sort((a, b) => first(a) - first(b) || compareNames(a, b))) {
    const outlet = draft.outlet === undefined ? undefined : place.get(draft.outlet);
    if (outlet === undefined) continue;
    const before = units.at(-1);
    const rank = before && first(before) === first(draft) ? before.rank + 1 : 0;
    units.push({ ...draft, outlet, rank });
  }
  const unitsOf = new Map<number, number[]>();
  for (const [index, { claims }] of units.entries()) {
    for (const claim of claims) push(unitsOf, claim, index);
  }
  return { outlets, units, unitsOf, links, opposed: opposedCamps(links, campOf) };
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

const first = ({ claims }: Pick<Unit, "claims">) => claims[0] ?? 0;
const compareNames = (a: Draft, b: Draft) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1);

function opposedCamps(links: ConflictLink[], campOf: (claim: number) => number): Map<number, Set<number>> {
  const opposed = new Map<number, Set<number>>();
  const add = (a: number, b: number) => {
    const known = opposed.get(a);
    if (known) known.add(b);
    else opposed.set(a, new Set([b]));
  };
  for (const { kind, from, to } of links) {
    const [a, b] = [campOf(from), campOf(to)];
    if (kind !== "contradicts" || a === b) continue;
    add(a, b);
    add(b, a);
  }
  return opposed;
}
