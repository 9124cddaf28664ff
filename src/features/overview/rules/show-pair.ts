import type { ConflictLink } from "@/features/conflict/schema";
import type { Ground, Unit } from "./matrix-ground";
import { type CellPair, compareNumbers, type LinksOf } from "./matrix-pairs";

/** The claims by which a pair is shown. */
export type Shown = { link: ConflictLink | null; from: number; to: number; turned: boolean; recorded: number };

/**
 * The first recorded relation behind a pair, else the first two claims from which it follows; `turned` where the claim
 * shown first is of the later unit.
 */
export function showPair(ground: Ground, { u, v, kind }: CellPair, linksOf: LinksOf): Shown | null {
  const [one, other] = [ground.units[u], ground.units[v]];
  if (!one || !other) return null;
  const between = linksBetween(one, other, linksOf).filter((link) => link.kind === kind);
  const [link] = between;
  if (link) {
    const turned = !(one.claims.includes(link.from) && other.claims.includes(link.to));
    return { link, from: link.from, to: link.to, turned, recorded: between.length };
  }
  for (const from of one.claims) {
    for (const to of other.claims) {
      const ruled = (linksOf.get(from) ?? []).some((each) => each.family === "content" && joins(each, from, to));
      if (from !== to && !ruled) return { link: null, from, to, turned: false, recorded: 0 };
    }
  }
  return null;
}

const joins = ({ from, to }: ConflictLink, a: number, b: number) =>
  (from === a && to === b) || (from === b && to === a);

function linksBetween(one: Unit, other: Unit, linksOf: LinksOf): ConflictLink[] {
  const [mine, theirs] = [new Set(one.claims), new Set(other.claims)];
  const found = new Set(
    one.claims
      .flatMap((claim) => linksOf.get(claim) ?? [])
      .filter(({ from, to }) => (mine.has(from) && theirs.has(to)) || (mine.has(to) && theirs.has(from))),
  );
  const ends = ({ from, to }: ConflictLink) => [Math.min(from, to), Math.max(from, to)];
  return [...found].sort((x, y) => compareNumbers(ends(x), ends(y)));
}
