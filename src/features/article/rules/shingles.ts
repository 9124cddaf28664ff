import { type TextWord, textWords } from "./text-words";

/** How many words make a run that two texts share only where one has it from the other, or both from a third. */
const RUN = 5;

/** The hash of each run of five words, by the word it begins at. */
export function shinglesOf(words: readonly TextWord[]): number[] {
  const hashes = words.map(({ key }) => hashOf(key));
  const shingles: number[] = [];
  for (let at = 0; at + RUN <= hashes.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let next = at; next < at + RUN; next += 1) hash = mix(hash ^ (hashes[next] ?? 0));
    shingles.push(hash);
  }
  return shingles;
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** Spreads every bit over all others (MurmurHash3's finish). */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

export type Overlap = {
  /** The runs of five words that both have among those that either has, 0 to 1. */
  likeness: number;
  /** The longest stretch in the same words, as the first text has it. */
  passage: string;
};

/** How many runs of words both have, and how many the shorter of the two has. */
type Counted = { shared: number; shorter: number };

/** How much of the shorter text stands in the other, 0 to 1. */
export const containmentOf = ({ shared, shorter }: Counted) => (shorter === 0 ? 0 : shared / shorter);

/** How much two texts have in the same words. */
export function overlapOf(text: string, other: string): Overlap & Counted {
  const [words, otherWords] = [textWords(text), textWords(other)];
  const [shingles, otherShingles] = [shinglesOf(words), shinglesOf(otherWords)];
  const [own, theirs] = [new Set(shingles), new Set(otherShingles)];
  let shared = 0;
  for (const shingle of own) if (theirs.has(shingle)) shared += 1;
  const all = own.size + theirs.size - shared;
  const shorter = Math.min(own.size, theirs.size);
  return {
    likeness: all === 0 ? 0 : shared / all,
    shared,
    shorter,
    passage: longestShared(text, words, shingles, theirs),
  };
}

function longestShared(text: string, words: TextWord[], shingles: number[], theirs: ReadonlySet<number>): string {
  let best = { from: 0, length: 0 };
  let length = 0;
  for (const [at, shingle] of shingles.entries()) {
    length = theirs.has(shingle) ? length + 1 : 0;
    if (length > best.length) best = { from: at - length + 1, length };
  }
  const first = words[best.from];
  const last = words[best.from + best.length + RUN - 2];
  return best.length === 0 || !first || !last ? "" : text.slice(first.start, last.end);
}
