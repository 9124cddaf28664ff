import { matchingKey } from "@/anchoring/normalise";

/** A word of a text, folded, with its place in the original. */
export type TextWord = { key: string; start: number; end: number };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The words of a text in Latin, Arabic or any script that parts words; case, accents and vowel marks do not count. */
export function textWords(text: string): TextWord[] {
  const known = new Map<string, string>();
  return [...text.matchAll(WORD)].map(({ 0: raw, index }) => {
    const key = known.get(raw) ?? matchingKey(raw);
    known.set(raw, key);
    return { key, start: index, end: index + raw.length };
  });
}
