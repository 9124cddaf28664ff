import type { MatrixCell, MatrixOrder } from "../schema";

type Outlet = { id: string; name: string; claims: number };

/** The outlets as the sides of a matrix list them. Equal ones come by name, so that the order is always the same. */
export function orderOutlets<T extends Outlet>(outlets: T[], cells: MatrixCell[], order: MatrixOrder): T[] {
  const byName = [...outlets].sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
  if (order === "name") return byName;
  if (order === "claims") return byName.sort((a, b) => b.claims - a.claims);
  return cluster(likenessOf(byName, cells)).flatMap((index) => byName[index] ?? []);
}

/** How alike each two of `size` things are, from -1 to 1. */
type Likeness = { size: number; of: Float64Array };

const at = ({ size, of }: Likeness, a: number, b: number) => of[a * size + b] ?? 0;

/** 1 where two only agree, -1 where they only contradict, 0 where nothing is known. One relation weighs less than many. */
function likenessOf(outlets: Outlet[], cells: MatrixCell[]): Likeness {
  const size = outlets.length;
  const place = new Map(outlets.map(({ id }, index) => [id, index]));
  const of = new Float64Array(size * size);
  for (const { a, b, agrees, contradicts } of cells) {
    const [i, j] = [place.get(a), place.get(b)];
    if (i === undefined || j === undefined) continue;
    of[i * size + j] = (agrees - contradicts) / (agrees + contradicts + 1);
    of[j * size + i] = of[i * size + j] ?? 0;
  }
  return { size, of };
}

/**
 * The order in which those that agree stand beside each other and those that contradict apart: average linkage. Chains of
 * nearest neighbours find the same groups as looking at every two of them each time, in the time of one look.
 */
function cluster(alike: Likeness): number[] {
  // A group goes by its first member's place. Here its likeness to the others is kept, while `alike` stays as it was.
  const near: Likeness = { size: alike.size, of: alike.of.slice() };
  const groups = new Map(Array.from({ length: alike.size }, (_, index) => [index, [index]]));
  const chain: number[] = [];
  while (groups.size > 1) {
    const top = chain.at(-1) ?? groups.keys().next().value ?? 0;
    const before = chain.at(-2);
    if (chain.length === 0) chain.push(top);
    const next = nearest(groups, near, top, before);
    if (next !== before) {
      chain.push(next);
      continue;
    }
    chain.length -= 2;
    const [one, other] = [groups.get(next) ?? [], groups.get(top) ?? []];
    averageInto(near, groups, next, top);
    groups.set(next, beside(one, other, alike));
    groups.delete(top);
  }
  return [...groups.values()].flat();
}

/** Of equally near ones that which the chain comes from, else it would go round; else the first. */
function nearest(groups: Map<number, number[]>, near: Likeness, from: number, before: number | undefined): number {
  let best = before;
  for (const each of groups.keys()) {
    if (each !== from && (best === undefined || at(near, from, each) > at(near, from, best))) best = each;
  }
  return best ?? from;
}

function averageInto({ size, of }: Likeness, groups: Map<number, number[]>, kept: number, gone: number): void {
  const [many, others] = [groups.get(kept)?.length ?? 0, groups.get(gone)?.length ?? 0];
  for (const each of groups.keys()) {
    const sum = (of[kept * size + each] ?? 0) * many + (of[gone * size + each] ?? 0) * others;
    of[kept * size + each] = sum / (many + others);
    of[each * size + kept] = sum / (many + others);
  }
}

/** Two groups with those of their ends together that are most alike. */
function beside(one: number[], other: number[], alike: Likeness): number[] {
  const ways = [one, one.toReversed()].flatMap((left) => [other, other.toReversed()].map((right) => ({ left, right })));
  const seam = ({ left, right }: { left: number[]; right: number[] }) => at(alike, left.at(-1) ?? 0, right[0] ?? 0);
  const best = ways.reduce((kept, way) => (seam(way) > seam(kept) ? way : kept));
  return [...best.left, ...best.right];
}
