import type { CanonicalText } from "@/anchoring/canonical-text";
import { type ChangeAlert, changeAlerts } from "@/anchoring/change-alerts";
import { nearestPassage } from "@/anchoring/nearest";
import { matchingKey, type NormalisedText, normaliseWithMap } from "@/anchoring/normalise";
import { occurrences } from "@/anchoring/occurrences";
import { sentenceAt, sentences } from "@/anchoring/segment";
import type { Span } from "@/anchoring/selectors";
import { alignTokens, type DiffPart, type Token, tokensOf, wordDiff } from "@/anchoring/word-diff";

/**
 * Where a quote of an older version stands in a newer one.
 *
 * `exact` and `moved` are certain: the very words in the very sentence, and only one place for them. Everything else is
 * `changed`, a suggestion for a person to judge, or `orphaned`. No measure of likeness decides: "12 killed" and
 * "47 killed" are nearly the same text.
 */
export type Reanchoring =
  | ({ kind: "exact" | "moved" } & Span)
  | {
      kind: "changed";
      why: "quote-reworded" | "sentence-reworded" | "several-places";
      suggestion: Span & { exact: string };
      /** From the old sentence or sentences to the new. */
      diff: DiffPart[];
      alerts: ChangeAlert[];
    }
  | { kind: "orphaned" };

type Version = CanonicalText & { sentences: Span[] };

/** Prepares two versions once; the answer then takes the span of a quote in the older one. */
export function reanchorer(older: CanonicalText, newer: CanonicalText, locale?: string): (quote: Span) => Reanchoring {
  const before: Version = { ...older, sentences: sentences(older.text, older.blocks, locale) };
  const after: Version = { ...newer, sentences: sentences(newer.text, newer.blocks, locale) };
  const head = commonHead(older.text, newer.text);
  const tail = commonTail(older.text, newer.text);
  let map: NormalisedText | undefined;
  return (quote) => {
    const context = sentencesAround(before, quote);
    const shift = newer.text.length - older.text.length;
    // Nothing changed up to the quote's sentence, or from it on: its place is known however often its words recur.
    if (older.text === newer.text) return certain(quote, quote);
    if (context.end < head) return placed(before, after, quote, context, 0);
    if (context.start > older.text.length - tail) return placed(before, after, quote, context, shift);
    const places = sameSentence(before, after, quote, context);
    const [only] = places;
    if (only && places.length === 1 && sameSentence(before, before, quote, context).length === 1)
      return certain(quote, only);
    if (only) return suggest(before, after, context, only, "several-places");
    map ??= normaliseWithMap(newer.text);
    return suggestElsewhere(before, after, quote, context, map);
  };
}

/** Whether the words moved together with their text; a sentence may still have grown into an unchanged part. */
function placed(before: Version, after: Version, quote: Span, context: Span, shift: number): Reanchoring {
  const place = { start: quote.start + shift, end: quote.end + shift };
  const around = sentencesAround(after, place);
  if (around.start === context.start + shift && around.end === context.end + shift) return certain(quote, place);
  return suggest(before, after, context, place, "sentence-reworded");
}

function certain(quote: Span, place: Span): Reanchoring {
  return { kind: place.start === quote.start ? "exact" : "moved", start: place.start, end: place.end };
}

/** The places in a version where the quote's words stand in the quote's sentence, spaces aside. */
function sameSentence(before: Version, after: Version, quote: Span, context: Span): Span[] {
  const exact = before.text.slice(quote.start, quote.end);
  const lead = spaced(before.text.slice(context.start, quote.start));
  const rest = spaced(before.text.slice(quote.end, context.end));
  return occurrences(after.text, exact)
    .map((start) => ({ start, end: start + exact.length }))
    .filter((place) => {
      const around = sentencesAround(after, place);
      return (
        spaced(after.text.slice(around.start, place.start)) === lead &&
        spaced(after.text.slice(place.end, around.end)) === rest
      );
    });
}

function spaced(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** From the start of the first to the end of the last sentence that a span touches. */
function sentencesAround({ sentences: all }: Version, { start, end }: Span): Span {
  const first = all[sentenceAt(all, start)];
  const last = all[sentenceAt(all, end - 1)];
  return {
    start: Math.min(start, first?.start ?? start),
    end: Math.max(end, last && last.start < end ? last.end : end),
  };
}

function suggestElsewhere(
  before: Version,
  after: Version,
  quote: Span,
  context: Span,
  map: NormalisedText,
): Reanchoring {
  const exact = before.text.slice(quote.start, quote.end);
  const sentence = before.text.slice(context.start, context.end);
  const literal = occurrences(after.text, exact, 200).map((start) => ({ start, end: start + exact.length }));
  const likest = literal
    .map((place) => ({ place, likeness: likeness(sentence, sentenceOf(after, place)) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  // A short quote recurs by chance: it needs a sentence that is like its own.
  if (likest && (likest.likeness >= 0.4 || wordsOf(exact).length >= 6)) {
    return suggest(before, after, context, likest.place, "sentence-reworded");
  }
  const passage = nearestPassage(map, matchingKey(sentence)) ?? nearestPassage(map, matchingKey(exact));
  if (!passage) return { kind: "orphaned" };
  const place = counterpart(before, after, quote, context, sentencesAround(after, passage));
  return place ? suggest(before, after, context, place, "quote-reworded") : { kind: "orphaned" };
}

function sentenceOf(version: Version, place: Span): string {
  const { start, end } = sentencesAround(version, place);
  return version.text.slice(start, end);
}

function wordsOf(text: string): Token[] {
  return tokensOf(text).filter(({ text: word }) => /[\p{L}\p{N}]/u.test(word));
}

/** The share of words that two sentences have in common. Orders suggestions, decides nothing. */
function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  return (2 * alignTokens(left, right).length) / Math.max(1, left.length + right.length);
}

/**
 * The part of the new sentences that stands for the quote: from its first to its last word where these are kept, else
 * up to the words kept around it, so that what replaced them is shown.
 */
function counterpart(before: Version, after: Version, quote: Span, from: Span, to: Span): Span | null {
  const older = tokensOf(before.text.slice(from.start, from.end));
  const newer = tokensOf(after.text.slice(to.start, to.end));
  const pairs = alignTokens(older, newer);
  const first = older.findIndex((token) => from.start + token.end > quote.start);
  const last = older.findLastIndex((token) => from.start + token.start < quote.end);
  const kept = new Map(pairs);
  if (!pairs.some(([index]) => index >= first && index <= last)) return null;
  const lower = pairs.findLast(([index]) => index < first)?.[1] ?? -1;
  const upper = pairs.find(([index]) => index > last)?.[1] ?? newer.length;
  const start = newer[kept.get(first) ?? lower + 1];
  const end = newer[kept.get(last) ?? upper - 1];
  if (!start || !end || end.end <= start.start) return null;
  return { start: to.start + start.start, end: to.start + end.end };
}

function suggest(
  before: Version,
  after: Version,
  context: Span,
  place: Span,
  why: Extract<Reanchoring, { kind: "changed" }>["why"],
): Reanchoring {
  const old = before.text.slice(context.start, context.end);
  const now = sentenceOf(after, place);
  const suggestion = { ...place, exact: after.text.slice(place.start, place.end) };
  return { kind: "changed", why, suggestion, diff: wordDiff(old, now), alerts: changeAlerts(old, now) };
}

function commonHead(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

function commonTail(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1;
  return length;
}
