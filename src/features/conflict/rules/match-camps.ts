import type { FindingBasis } from "../schema";

type Claims = Pick<FindingBasis["claims"][number], "number" | "camp">[];

/**
 * Which camp of now is which camp of then: letters move when claims join or leave, so camps are known again by the
 * claims they share, those that share most first. By the letter of then.
 */
export function matchCamps(then: Claims, now: Claims): Map<string, string> {
  const homes = new Map(now.map(({ number, camp }) => [number, camp]));
  const shared = new Map<string, { old: string; present: string; claims: number }>();
  for (const { number, camp } of then) {
    const home = homes.get(number);
    if (home === undefined) continue;
    const key = `${camp} ${home}`;
    const pair = shared.get(key) ?? { old: camp, present: home, claims: 0 };
    pair.claims += 1;
    shared.set(key, pair);
  }
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  for (const pair of [...shared.values()].sort((a, b) => b.claims - a.claims)) {
    if (matched.has(pair.old) || taken.has(pair.present)) continue;
    matched.set(pair.old, pair.present);
    taken.add(pair.present);
  }
  return matched;
}
