import { splitsCharacter } from "@/anchoring/utf16";

/**
 * Where the words stand in the text, overlapping places included, at most `limit` of them. Time grows with the length
 * of the text alone, also for texts made to slow a search down.
 */
export function occurrences(text: string, words: string, limit = 1000): number[] {
  if (words === "" || words.length > text.length) return [];
  const places = words.length <= 64 ? searchShort(text, words, limit) : searchLong(text, words, limit);
  return places.filter((at) => !splitsCharacter(text, at) && !splitsCharacter(text, at + words.length));
}

function searchShort(text: string, words: string, limit: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < limit; at = text.indexOf(words, at + 1)) {
    places.push(at);
  }
  return places;
}

/** Knuth, Morris and Pratt: the built-in search is quadratic on long repetitive words. */
function searchLong(text: string, words: string, limit: number): number[] {
  const borders = new Uint32Array(words.length + 1);
  for (let i = 1, matched = 0; i < words.length; i++) {
    while (matched > 0 && words.charCodeAt(i) !== words.charCodeAt(matched)) matched = borders[matched] ?? 0;
    if (words.charCodeAt(i) === words.charCodeAt(matched)) matched += 1;
    borders[i + 1] = matched;
  }
  const places: number[] = [];
  for (let i = 0, matched = 0; i < text.length && places.length < limit; i++) {
    while (matched > 0 && text.charCodeAt(i) !== words.charCodeAt(matched)) matched = borders[matched] ?? 0;
    if (text.charCodeAt(i) === words.charCodeAt(matched)) matched += 1;
    if (matched === words.length) {
      places.push(i + 1 - words.length);
      matched = borders[matched] ?? 0;
    }
  }
  return places;
}
