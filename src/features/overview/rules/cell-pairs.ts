import type { ConflictLink } from "@/features/conflict/schema";
import { MatrixKind } from "../schema";
import type { Ground, Unit } from "./matrix-ground";
import {
  type CellPair,
  compareNumbers,
  consequence,
  countedKind,
  exceptions,
  linksByClaim,
  pairKey,
} from "./matrix-pairs";

/** Which cell, and what of it. */
export type CellQuery = { a: string; b: string; implied: boolean; kind?: MatrixKind | undefined };

/** The first claim and rank of each unit, and the kind's place: where a list of pairs goes on, whatever was added since. */
export type Position = [number, number, number, number, number];

export function positionOf({ units }: Ground, { u, v, kind }: CellPair): Position {
  const [one, other] = [units[u], units[v]];
  return [
    one?.claims[0] ?? 0,
    one?.rank ?? 0,
    other?.claims[0] ?? 0,
    other?.rank ?? 0,
    MatrixKind.options.indexOf(kind),
  ];
}

/** The pairs of a cell after a position, one at a time: a cell of implied pairs may hold more than anybody reads. */
export function* cellPairs(ground: Ground, query: CellQuery, after: Position | null): Generator<CellPair> {
  const { outlets, units } = ground;
  const [a, b] = [outlets.indexOf(query.a), outlets.indexOf(query.b)];
  if (a < 0 || b < 0) return;
  const partners = partnersIn(ground, query.implied);
  for (const [u, unit] of units.entries()) {
    if (unit.outlet !== a && unit.outlet !== b) continue;
    if (after && compareNumbers([unit.claims[0] ?? 0, unit.rank], after) < 0) continue;
    const found = partners(u, unit, unit.outlet === a ? b : a).filter(
      (pair) =>
        (!query.kind || pair.kind === query.kind) && (!after || compareNumbers(positionOf(ground, pair), after) > 0),
    );
    yield* found.sort((x, y) => compareNumbers(positionOf(ground, x), positionOf(ground, y)));
  }
}

/** The pairs of a unit with later ones of an outlet. */
function partnersIn(ground: Ground, implied: boolean) {
  const linksOf = linksByClaim(ground.links);
  const camps = implied ? unitsByCamp(ground.units) : null;
  const left = implied ? exceptions(ground) : null;
  return (u: number, unit: Unit, outlet: number): CellPair[] => {
    const found = new Map<string, CellPair>();
    const take = (v: number, kind: MatrixKind) => {
      if (v > u && ground.units[v]?.outlet === outlet) found.set(`${v} ${kind}`, { u, v, kind });
    };
    for (const link of unit.claims.flatMap((claim) => linksOf.get(claim) ?? [])) {
      const kind = countedKind(link);
      const ends = [link.from, link.to].filter((claim) => !unit.claims.includes(claim) || sharesBoth(unit, link));
      for (const v of ends.flatMap((claim) => ground.unitsOf.get(claim) ?? [])) if (kind) take(v, kind);
    }
    for (const camp of camps ? [unit.camp, ...(ground.opposed.get(unit.camp) ?? [])] : []) {
      for (const v of camps?.get(camp)?.get(outlet) ?? []) {
        const other = ground.units[v];
        const kind = other && v > u ? consequence(ground, unit, other) : null;
        if (kind && (left?.get(pairKey(ground, u, v)) ?? 1) > 0) take(v, kind);
      }
    }
    return [...found.values()];
  };
}

const sharesBoth = ({ claims }: Unit, { from, to }: ConflictLink) => claims.includes(from) && claims.includes(to);

function unitsByCamp(units: Unit[]): Map<number, Map<number, number[]>> {
  const camps = new Map<number, Map<number, number[]>>();
  for (const [index, { camp, outlet }] of units.entries()) {
    const outlets = camps.get(camp) ?? new Map<number, number[]>();
    const known = outlets.get(outlet);
    if (known) known.push(index);
    else outlets.set(outlet, [index]);
    camps.set(camp, outlets);
  }
  return camps;
}
