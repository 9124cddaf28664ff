import { type Credit, creditsInText } from "./credits";
import { rareFigures } from "./figures";
import { mix, shinglesOf } from "./shingles";
import { textWords } from "./text-words";

/** Raised whenever the rules below find something else in the same text: stored fingerprints are then made again. */
export const EDITION = 1;

/** What tells near-copies of a text apart from other texts. */
export type Fingerprint = {
  /** How many different runs of five words it has. */
  shingles: number;
  /** MinHash: for each of 64 orders of all runs there could be, the first that it has. */
  sketch: number[];
  figures: string[];
  credits: Credit[];
};

const ORDERS = Array.from({ length: 64 }, (_, index) => mix(Math.imul(index + 1, 0x9e3779b1)));
/** What is looked at of a text: near-copies are alike from the beginning on. */
const LONGEST = 200_000;

export function fingerprintOf(text: string): Fingerprint {
  const read = text.slice(0, LONGEST);
  const shingles = new Set(shinglesOf(textWords(read)));
  const sketch = shingles.size === 0 ? [] : ORDERS.map((order) => firstIn(order, shingles));
  return { shingles: shingles.size, sketch, figures: rareFigures(read), credits: creditsInText(text) };
}

function firstIn(order: number, shingles: Iterable<number>): number {
  let first = 0x7fffffff;
  for (const shingle of shingles) first = Math.min(first, mix(shingle ^ order));
  return first;
}

/** An estimate of how many runs of words two texts share among those that either has, 0 to 1; it errs by about 0.06. */
export function likenessOf(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  let same = 0;
  for (let at = 0; at < a.length; at += 1) if (a[at] === b[at]) same += 1;
  return same / a.length;
}

/** What is known of an article to tell whether it is a copy of another. */
export type ArticlePrint = {
  articleId: string;
  title: string;
  author: string | null;
  outlet: { id: string; name: string };
  /** The earliest and latest day of its publication. */
  publishedMin: string | null;
  publishedMax: string | null;
  capturedAt: Date;
  /** The newest version whose text is held: the fingerprint is of that. */
  versionId: string;
} & Fingerprint;
