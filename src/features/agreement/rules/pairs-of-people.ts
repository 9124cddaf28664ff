import type { Unit } from "./ratings";

export type PairOfPeople = { a: string; b: string; units: Unit[] };

/** Of any two people the units that both rated, with what the two said of them; those with most units first. */
export function pairsOfPeople(units: readonly Unit[]): PairOfPeople[] {
  const pairs = new Map<string, PairOfPeople>();
  for (const { ratings } of units) {
    const sorted = ratings.toSorted((x, y) => (x.person < y.person ? -1 : 1));
    for (const [index, first] of sorted.entries()) {
      for (const second of sorted.slice(index + 1)) {
        const key = `${first.person} ${second.person}`;
        const pair = pairs.get(key) ?? { a: first.person, b: second.person, units: [] };
        pair.units.push({ ratings: [first, second] });
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()].toSorted((x, y) => y.units.length - x.units.length);
}
