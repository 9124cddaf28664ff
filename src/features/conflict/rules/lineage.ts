import type { ConflictLink } from "../schema";

/** What is known of claims' origins beside the relations, by the claims' numbers. */
export type OriginMarks = {
  /** `from` may derive from `to`; nobody has confirmed it yet. */
  suspected: { from: number; to: number }[];
  /** Claims that report something of their own although they also repeat or credit others. */
  own: number[];
};

/** Who repeats whom in a case. Read from all its links once, for any number of camps. */
export type Lineage = {
  repeated: Map<number, number[]>;
  suspected: Map<number, number[]>;
  own: Set<number>;
  /** Pairs that contradict each other. */
  altered: Set<string>;
};

/** A suspicion says nothing where it is recorded already who repeats whom. */
export function lineageOf(links: ConflictLink[], marks: OriginMarks = { suspected: [], own: [] }): Lineage {
  const repeated = new Map<number, number[]>();
  const known = new Set<string>();
  for (const { kind, family, from, to } of links) {
    if (kind === "repeats") add(repeated, from, to);
    if (family === "descent") known.add(pairOf(from, to));
  }
  const suspected = new Map<number, number[]>();
  for (const { from, to } of marks.suspected) if (!known.has(pairOf(from, to))) add(suspected, from, to);
  const opposed = links.filter(({ kind }) => kind === "contradicts");
  const altered = new Set(opposed.map(({ from, to }) => pairOf(from, to)));
  return { repeated, suspected, own: new Set(marks.own), altered };
}

export type Camps = { camps: { claims: number[] }[] };

/**
 * The marks without suspicions between claims that stand in no camp together: those were found for a camp that is no
 * more, or for one that the reader of a blind case may not know of.
 */
export function marksWithin(groups: Camps[], { suspected, own }: OriginMarks): OriginMarks {
  const campOf = new Map(groups.flatMap(({ camps }) => camps.flatMap((camp) => camp.claims.map((n) => [n, camp]))));
  return {
    own,
    suspected: suspected.filter(({ from, to }) => campOf.has(from) && campOf.get(from) === campOf.get(to)),
  };
}

/** The claims that any of these descend from, or may, themselves included: what `campOrigins` needs to know of. */
export function descentOf(supporters: number[], { repeated, suspected }: Lineage): number[] {
  const found = new Set(supporters);
  for (const claim of found) {
    for (const lists of [repeated, suspected]) for (const earlier of lists.get(claim) ?? []) found.add(earlier);
  }
  return [...found];
}

export const pairOf = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;

export function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
