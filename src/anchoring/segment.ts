import { endsInAbbreviation } from "@/anchoring/abbreviations";
import type { Block } from "@/anchoring/canonical-text";
import type { Span } from "@/anchoring/selectors";

/** "und": the answer must not hang on the language of the machine that asks. */
const ANY_LOCALE = "und";

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(granularity: "word" | "sentence", locale = ANY_LOCALE): Intl.Segmenter {
  const key = `${granularity} ${locale}`;
  let known = segmenters.get(key);
  if (!known) {
    known = new Intl.Segmenter(knownLocale(locale), { granularity });
    if (segmenters.size < 50) segmenters.set(key, known);
  }
  return known;
}

function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? ANY_LOCALE;
  } catch {
    return ANY_LOCALE;
  }
}

/**
 * The sentences of a text in order, without the space between them, never across a block. A heading or list item is at
 * least one sentence. Line breaks inside a block part no sentences.
 */
export function sentences(text: string, blocks: readonly Block[], locale?: string): Span[] {
  const found: Span[] = [];
  const intl = segmenter("sentence", locale);
  for (const block of blocks) {
    const words = text.slice(block.start, block.end);
    let open: Span | undefined;
    for (const { segment, index } of intl.segment(hideFalseStops(words))) {
      const end = index + segment.length;
      if (open && belongTogether(words.slice(open.start, open.end), words.slice(index, end))) open.end = end;
      else {
        if (open) pushTrimmed(found, words, open, block.start);
        open = { start: index, end };
      }
    }
    if (open) pushTrimmed(found, words, open, block.start);
  }
  return found;
}

/** Whether the segmenter parted what is one sentence: after "Mr.", or before "she said" in “No!” she said. */
function belongTogether(before: string, after: string): boolean {
  if (/^\p{Ll}/u.test(after) && /[!?…]["'”’»)]\s*$/.test(before.slice(-8))) return true;
  return endsInAbbreviation(before, after);
}

/** Line breaks and footnote signs ("said.[12] Then") mislead the segmenter; each is replaced by as many characters. */
function hideFalseStops(words: string): string {
  return words
    .replace(/\n/g, " ")
    .replace(/(?<=[.!?…؟۔]["'”’»)]?)(?:\[(?:\d{1,3}|[a-z]|note \d{1,2})\])+/gu, (signs) => ")".repeat(signs.length));
}

function pushTrimmed(found: Span[], words: string, { start, end }: Span, shift: number): void {
  const sentence = words.slice(start, end);
  const from = start + sentence.length - sentence.trimStart().length;
  const to = start + sentence.trimEnd().length;
  if (to > from) found.push({ start: from + shift, end: to + shift });
}

/** The index of the sentence at an offset; between sentences the next one; -1 after the last. */
export function sentenceAt(all: readonly Span[], offset: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low < all.length ? low : -1;
}

/** As much text on either side as the segmenter needs to know where a word begins and ends. */
const NEIGHBOURHOOD = 200;

/**
 * The selection with its ragged ends made whole: space at the ends is dropped, words begun are taken in. An empty
 * selection becomes the word it stands in. Null where there is no word or sign to take.
 */
export function snapToWords(text: string, start: number, end: number, locale?: string): Span | null {
  let from = Math.max(0, Math.min(start, end, text.length));
  let to = Math.min(text.length, Math.max(start, end, 0));
  while (from < to && isSpace(text, from)) from += 1;
  while (to > from && isSpace(text, to - 1)) to -= 1;
  const first = wordAround(text, from, locale);
  if (from === to) {
    const word = first ?? wordAround(text, from - 1, locale);
    return word && word.start <= from && word.end >= from ? word : null;
  }
  const last = wordAround(text, to - 1, locale);
  return { start: first ? first.start : from, end: last ? Math.max(to, last.end) : to };
}

/** The word, or the whole character, at an offset. Null at a space. */
function wordAround(text: string, offset: number, locale?: string): Span | null {
  if (offset < 0 || offset >= text.length || isSpace(text, offset)) return null;
  let from = offset;
  while (from > 0 && offset - from < NEIGHBOURHOOD && !isSpace(text, from - 1)) from -= 1;
  let to = offset + 1;
  while (to < text.length && to - offset < NEIGHBOURHOOD && !isSpace(text, to)) to += 1;
  const segment = segmenter("word", locale)
    .segment(text.slice(from, to))
    .containing(offset - from);
  return segment ? { start: from + segment.index, end: from + segment.index + segment.segment.length } : null;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
