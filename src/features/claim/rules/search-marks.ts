import { normaliseWithMap, originalRange } from "@/anchoring/normalise";
import { parseClaimNumber } from "./claim-number";

/** A stretch of a text in UTF-16 units, the end exclusive. */
export type Mark = { start: number; end: number };

/**
 * Where the words of a search stand in a text: at exactly the characters for which the search finds it, whatever case,
 * accents, vowel marks or forms of letters they are written in. `words` are folded already (`searchWords`). Marks that
 * touch are one.
 */
export function searchMarks(text: string, words: readonly string[]): Mark[] {
  if (words.length === 0 || text === "") return [];
  const map = normaliseWithMap(text);
  const found = words.flatMap((word) => placesOf(map.key, word).map((at) => originalRange(map, at, at + word.length)));
  return joined(found);
}

/** Every place at which a word stands, also where two overlap. */
function placesOf(key: string, word: string): number[] {
  const places: number[] = [];
  if (word === "") return places;
  for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + 1)) places.push(at);
  return places;
}

function joined(marks: Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const { start, end } of marks.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Whether a word of the search means this claim by its number. */
export const isSearchedNumber = (number: number, words: readonly string[]): boolean =>
  words.some((word) => parseClaimNumber(word) === number);
