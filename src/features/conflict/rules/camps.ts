import { ContradictionAbout, type StandingKind } from "@/features/relation/schema";
import type { ConflictLink, Inconsistency } from "../schema";

/** A claim is known here by its number in the case. */
export type Group = {
  /** The lowest claim number of the group. */
  key: number;
  claims: number[];
  camps: { letter: string; claims: number[] }[];
  /** What holds the camps together. */
  joins: ConflictLink[];
  contradictions: ConflictLink[];
  /** Relations between the group's claims that neither join nor oppose. */
  aside: ConflictLink[];
  inconsistent: boolean;
};

type Role = "join" | "oppose" | "aside";

/**
 * The conflicts of a case, from everything that stands in it between claims that are not retracted. Camps are what
 * `agrees` connects, and `repeats` where nothing stands on the content of the pair, a dispute included; `contradicts`
 * connects camps to a conflict. Nothing depends on the order of the links.
 */
export function conflictGroups(links: ConflictLink[]): Group[] {
  const roles = rolesOf(links);
  const camps = joined(links, roles);
  const groups = disjointSets();
  for (const link of links) if (roles.get(link) !== "aside") groups.join(link.from, link.to);
  const made = new Map<number, Group>();
  for (const link of links) {
    if (roles.get(link) === "oppose") makeGroup(made, groups.find(link.from));
  }
  fillClaims(made, links, groups.find, camps.find);
  for (const link of [...links].sort(byEnds)) {
    const group = made.get(groups.find(link.from));
    if (!group || groups.find(link.to) !== group.key) continue;
    const role = roles.get(link);
    (role === "join" ? group.joins : role === "oppose" ? group.contradictions : group.aside).push(link);
  }
  for (const group of made.values()) {
    group.inconsistent = group.contradictions.some(({ from, to }) => camps.find(from) === camps.find(to));
  }
  return [...made.values()].sort((a, b) => a.key - b.key);
}

/** The camps that claims stand in, in or out of a conflict: each by its members in order, once, a lone claim included. */
export function campsAmong(claims: number[], links: ConflictLink[]): { claims: number[]; joins: ConflictLink[] }[] {
  const roles = rolesOf(links);
  const joins = links.filter((link) => roles.get(link) === "join").sort(byEnds);
  const sets = joined(links, roles);
  const camps = new Map(
    claims.map((claim) => [sets.find(claim), { claims: new Set([claim]), joins: [] as ConflictLink[] }]),
  );
  for (const claim of claims) camps.get(sets.find(claim))?.claims.add(claim);
  for (const link of joins) {
    const camp = camps.get(sets.find(link.from));
    camp?.claims.add(link.from).add(link.to);
    camp?.joins.push(link);
  }
  return [...camps.values()].map((camp) => ({ ...camp, claims: [...camp.claims].sort((a, b) => a - b) }));
}

/** In which camp a claim stands, by the camp's lowest number, in a conflict or not. Alone it is a camp of its own. */
export const campFinder = (links: ConflictLink[]): Find => joined(links, rolesOf(links)).find;

function joined(links: ConflictLink[], roles: Map<ConflictLink, Role>) {
  const camps = disjointSets();
  for (const link of links) if (roles.get(link) === "join") camps.join(link.from, link.to);
  return camps;
}

function rolesOf(links: ConflictLink[]): Map<ConflictLink, Role> {
  const settled = new Set(links.filter((link) => link.family === "content").map(pairOf));
  const roleOf = (link: ConflictLink): Role => {
    if (link.kind === "contradicts") return "oppose";
    if (link.kind === "agrees") return "join";
    return link.kind === "repeats" && !settled.has(pairOf(link)) ? "join" : "aside";
  };
  return new Map(links.map((link) => [link, roleOf(link)]));
}

function makeGroup(made: Map<number, Group>, key: number): void {
  if (made.has(key)) return;
  made.set(key, { key, claims: [], camps: [], joins: [], contradictions: [], aside: [], inconsistent: false });
}

/** In the order of their numbers, so that camps come in the order of their lowest claims. */
function fillClaims(made: Map<number, Group>, links: ConflictLink[], groupOf: Find, campOf: Find): void {
  const numbers = [...new Set(links.flatMap((link) => [link.from, link.to]))].sort((a, b) => a - b);
  const camps = new Map<number, Group["camps"][number]>();
  for (const number of numbers) {
    const group = made.get(groupOf(number));
    if (!group) continue;
    group.claims.push(number);
    const known = camps.get(campOf(number));
    const camp = known ?? { letter: letterOf(group.camps.length), claims: [] };
    if (!known) {
      camps.set(campOf(number), camp);
      group.camps.push(camp);
    }
    camp.claims.push(number);
  }
}

type Find = (number: number) => number;

/** Union-find; a set goes by its lowest number. */
function disjointSets(): { find: Find; join: (a: number, b: number) => void } {
  const parents = new Map<number, number>();
  const up = (number: number) => parents.get(number) ?? number;
  const find = (number: number) => {
    let at = number;
    while (up(at) !== at) {
      parents.set(at, up(up(at)));
      at = up(at);
    }
    return at;
  };
  const join = (a: number, b: number) => {
    const [x, y] = [find(a), find(b)];
    if (x !== y) parents.set(Math.max(x, y), Math.min(x, y));
  };
  return { find, join };
}

const low = ({ from, to }: ConflictLink) => Math.min(from, to);
const high = ({ from, to }: ConflictLink) => Math.max(from, to);
const pairOf = (link: ConflictLink) => `${low(link)} ${high(link)}`;
const byEnds = (a: ConflictLink, b: ConflictLink) =>
  low(a) - low(b) || high(a) - high(b) || (a.family < b.family ? -1 : Number(a.family > b.family));

/** A to Z, then AA, AB… */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** The contradictions inside a camp, each with the shortest way through the camp from its lower claim to its higher. */
export function inconsistenciesOf(group: Group): Inconsistency[] {
  const campOf = campsByClaim(group);
  const steps = new Map<number, ConflictLink[]>();
  for (const link of group.joins) {
    for (const end of [link.from, link.to]) {
      const known = steps.get(end);
      if (known) known.push(link);
      else steps.set(end, [link]);
    }
  }
  return group.contradictions
    .filter(({ from, to }) => campOf.get(from) === campOf.get(to))
    .map((contradiction) => ({ contradiction, path: shortestPath(steps, low(contradiction), high(contradiction)) }));
}

/** Breadth first; `steps` are in the order of their ends, so that of equally short ways it is always the same one. */
function shortestPath(steps: Map<number, ConflictLink[]>, from: number, to: number): ConflictLink[] {
  const cameBy = new Map<number, ConflictLink | null>([[from, null]]);
  const queue = [from];
  for (const at of queue) {
    if (at === to) break;
    for (const link of steps.get(at) ?? []) {
      const next = otherEnd(link, at);
      if (cameBy.has(next)) continue;
      cameBy.set(next, link);
      queue.push(next);
    }
  }
  const path: ConflictLink[] = [];
  for (let at = to, link = cameBy.get(at); link; link = cameBy.get(at)) {
    path.push(link);
    at = otherEnd(link, at);
  }
  return path.reverse();
}

const otherEnd = ({ from, to }: ConflictLink, end: number) => (from === end ? to : from);

const campsByClaim = ({ camps }: Group) =>
  new Map(camps.flatMap(({ letter, claims }) => claims.map((claim): [number, string] => [claim, letter])));

export type Opposition = { a: string; b: string; about: ContradictionAbout[]; contradictions: ConflictLink[] };

/** Which camps contradict each other, in the order of their letters. Contradictions inside a camp are not among them. */
export function oppositionsOf(group: Group): Opposition[] {
  const order = new Map(group.camps.map(({ letter }, index) => [letter, index]));
  const campOf = campsByClaim(group);
  const found = new Map<string, Opposition>();
  for (const link of group.contradictions) {
    const [a = "", b = ""] = [link.from, link.to]
      .map((claim) => campOf.get(claim) ?? "")
      .sort((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0));
    if (a === b) continue;
    const opposition = found.get(`${a} ${b}`) ?? { a, b, about: [], contradictions: [] };
    opposition.contradictions.push(link);
    found.set(`${a} ${b}`, opposition);
  }
  const rank = (letter: string) => order.get(letter) ?? 0;
  return [...found.values()]
    .map((each) => ({ ...each, about: aboutOf(each.contradictions) }))
    .sort((x, y) => rank(x.a) - rank(y.a) || rank(x.b) - rank(y.b));
}

/** What contradictions are about, the most frequent first. */
export function aboutOf(links: { kind: StandingKind; about: ContradictionAbout | null }[]): ContradictionAbout[] {
  const count = (about: ContradictionAbout) => links.filter((link) => link.about === about).length;
  return ContradictionAbout.options.filter((about) => count(about) > 0).sort((a, b) => count(b) - count(a));
}
