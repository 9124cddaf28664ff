import { type NormalisedText, normaliseWithMap, originalRange } from "./normalise";
import { occurrences } from "./occurrences";
import type { Span } from "./selectors";

/** More places than anybody walks through. */
const MOST = 5000;

/**
 * Finds words in a text as readers mean them: case, accents, vowel marks and forms of letters aside, spaces of any kind and
 * number alike. Prepared once for a text; the places come in order and do not overlap.
 */
export function textFinder(text: string): (words: string) => Span[] {
  let map: NormalisedText | undefined;
  return (words) => {
    const key = normaliseWithMap(words).key.trim();
    if (key === "") return [];
    map ??= normaliseWithMap(text);
    const found: Span[] = [];
    for (const at of occurrences(map.key, key, MOST)) {
      const span = originalRange(map, at, at + key.length);
      if ((found.at(-1)?.end ?? 0) <= span.start) found.push(span);
    }
    return found;
  };
}
