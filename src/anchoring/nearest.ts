import { type NormalisedText, originalRange } from "@/anchoring/normalise";

type Word = { word: string; from: number; to: number };

/** At least this share of a quote's words must stand together before a passage is worth showing. */
const ENOUGH = 0.5;

/**
 * The passage that shares most words with a quote, in the quote's order and close together, or null. A pointer for a
 * person ("did you mean…"), never an anchor: a passage may share every word but the one that matters.
 *
 * Each word that both have votes for the shift between its places in quote and text; the passage is where the votes
 * gather. Linear in the text, and blind to how long the words are.
 */
export function nearestPassage(text: NormalisedText, quoteKey: string): { start: number; end: number } | null {
  const quote = wordsOf(quoteKey);
  if (quote.length < 2) return null;
  const words = wordsOfText.get(text) ?? wordsOf(text.key);
  wordsOfText.set(text, words);
  const wanted = new Map<string, number[]>();
  for (const [index, { word }] of quote.entries()) {
    const places = wanted.get(word);
    if (places) places.push(index);
    else wanted.set(word, [index]);
  }
  const slack = Math.max(2, Math.ceil(quote.length / 4));
  const votes = new Map<number, number>();
  for (const [index, { word }] of words.entries()) {
    for (const place of wanted.get(word)?.slice(0, 8) ?? []) {
      const bucket = Math.round((index - place) / slack);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  }
  let best = 0;
  let bestBucket = 0;
  for (const [bucket, count] of votes) {
    const together = count + (votes.get(bucket + 1) ?? 0);
    if (together > best) [best, bestBucket] = [together, bucket];
  }
  if (best === 0) return null;
  return tighten(text, words, quote, wanted, bestBucket * slack - slack, bestBucket * slack + 2 * slack);
}

/** Narrows the window of word shifts down to the first and the last word that the quote has too. */
function tighten(
  text: NormalisedText,
  words: Word[],
  quote: Word[],
  wanted: Map<string, number[]>,
  fromShift: number,
  toShift: number,
): { start: number; end: number } | null {
  const window = words.slice(Math.max(0, fromShift), Math.max(0, toShift + quote.length));
  const used = new Map<string, number>();
  const shared = window.filter(({ word }) => {
    const taken = used.get(word) ?? 0;
    if (taken >= (wanted.get(word)?.length ?? 0)) return false;
    used.set(word, taken + 1);
    return true;
  });
  const first = shared[0];
  const last = shared.at(-1);
  if (!first || !last || shared.length < quote.length * ENOUGH) return null;
  return originalRange(text, first.from, last.to);
}

/** The words of a text that is asked for many quotes are cut once. */
const wordsOfText = new WeakMap<NormalisedText, Word[]>();

function wordsOf(key: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of key.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    words.push({ word, from: index, to: index + word.length });
  }
  return words;
}
