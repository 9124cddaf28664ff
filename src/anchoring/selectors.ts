import { nearestPassage } from "@/anchoring/nearest";
import { matchingKey, type NormalisedText, normaliseWithMap, originalRange } from "@/anchoring/normalise";
import { occurrences } from "@/anchoring/occurrences";
import { splitsCharacter } from "@/anchoring/utf16";

/** A stretch of a text, in UTF-16 code units: `text.slice(start, end)`. */
export type Span = { start: number; end: number };

/** The words of a quote, what stands around them, and where. */
export type QuoteSelector = Span & { exact: string; prefix: string; suffix: string };

/** What a caller may know of a quote: the words, and perhaps where. */
export type QuoteQuery = { exact: string; prefix?: string; suffix?: string; start?: number; end?: number };

export type SpanProblem = "empty" | "outside" | "splits-character";

export type AnchorCheck = { ok: true } | { ok: false; problem: SpanProblem | "different-words"; actual?: string };

/** Candidates beyond this many are not listed: nobody chooses among more. */
const MAX_CANDIDATES = 50;
const CONTEXT = 32;

/** Why `[start, end)` is no quotable stretch of the text, or null. */
export function spanProblem(text: string, { start, end }: Span): SpanProblem | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return "outside";
  if (start < 0 || end > text.length || start > end) return "outside";
  if (start === end || text.slice(start, end).trim() === "") return "empty";
  return splitsCharacter(text, start) || splitsCharacter(text, end) ? "splits-character" : null;
}

/** The selector of a stretch, with up to `context` characters on both sides. Throws where there is no such stretch. */
export function makeSelector(text: string, start: number, end: number, context = CONTEXT): QuoteSelector {
  const problem = spanProblem(text, { start, end });
  if (problem) throw new RangeError(`No quote at ${start} to ${end}: ${problem}`);
  let from = Math.max(0, start - context);
  let to = Math.min(text.length, end + context);
  if (splitsCharacter(text, from)) from += 1;
  if (splitsCharacter(text, to)) to -= 1;
  return { start, end, exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
}

/** The rule that lets an anchor be saved: the text has exactly these words at exactly this place. */
export function verifyAnchor(text: string, anchor: Span & { exact: string }): AnchorCheck {
  const problem = spanProblem(text, anchor);
  if (problem) return { ok: false, problem };
  const actual = text.slice(anchor.start, anchor.end);
  return actual === anchor.exact ? { ok: true } : { ok: false, problem: "different-words", actual };
}

export type QuoteLocation =
  /** The text has exactly these words, and there is no doubt where. */
  | ({ kind: "found" } & Span)
  /** Offsets were given but other words stand there (`actual`); `candidates` are places that do have the words. */
  | { kind: "mismatch"; problem: SpanProblem | "different-words"; actual?: string; candidates: Span[] }
  /** Several places have the words (all but spaces, marks and case when not `literal`). */
  | { kind: "ambiguous"; literal: boolean; candidates: Span[] }
  /** One place has them but for spaces, quotation marks, accents or case: `exact` is what the text has. Not an anchor. */
  | ({ kind: "inexact"; exact: string } & Span)
  /** The text does not have them; `nearest` is the passage that shares most of the words, if any does. */
  | { kind: "absent"; nearest?: Span & { exact: string } };

/**
 * Finds a quote in a text. Only `found` may become an anchor; given offsets are checked and never silently moved, and
 * everything short of the very words is an answer for a person to judge.
 */
export function locateQuote(text: string, query: QuoteQuery): QuoteLocation {
  return quoteFinder(text)(query);
}

export type QuoteFinder = (query: QuoteQuery) => QuoteLocation;

/** `locateQuote` for many quotes of one text: what costs most is done once, and only when it is needed. */
export function quoteFinder(text: string): QuoteFinder {
  let map: NormalisedText | undefined;
  const mapOnce = () => {
    map ??= normaliseWithMap(text);
    return map;
  };
  return (query) => find(text, query, mapOnce);
}

function find(text: string, query: QuoteQuery, mapOf: () => NormalisedText): QuoteLocation {
  if (query.exact.trim() === "") return { kind: "absent" };
  if (query.start !== undefined || query.end !== undefined) return checkGivenPlace(text, query);
  const places = spansOf(occurrences(text, query.exact), query.exact.length);
  if (places.length > 0) {
    const fitting = fittingContext(text, places, query);
    return fitting.length === 1 && fitting[0]
      ? { kind: "found", ...fitting[0] }
      : { kind: "ambiguous", literal: true, candidates: fitting.slice(0, MAX_CANDIDATES) };
  }
  return locateInexactly(text, query, mapOf());
}

function checkGivenPlace(text: string, query: QuoteQuery): QuoteLocation {
  const { exact } = query;
  const start = query.start ?? (query.end ?? 0) - exact.length;
  const end = query.end ?? start + exact.length;
  const check = verifyAnchor(text, { start, end, exact });
  if (check.ok) return { kind: "found", start, end };
  const places = spansOf(occurrences(text, exact), exact.length);
  const candidates = fittingContext(text, places, query).slice(0, MAX_CANDIDATES);
  const { problem, actual } = check;
  return actual === undefined
    ? { kind: "mismatch", problem, candidates }
    : { kind: "mismatch", problem, actual, candidates };
}

function locateInexactly(text: string, query: QuoteQuery, map: NormalisedText): QuoteLocation {
  const words = matchingKey(query.exact);
  const places = occurrences(map.key, words)
    .filter((at) => standsFree(map, at, at + words.length))
    .map((at) => originalRange(map, at, at + words.length));
  const [first] = places;
  if (!first) {
    const nearest = nearestPassage(map, words);
    return nearest
      ? { kind: "absent", nearest: { ...nearest, exact: text.slice(nearest.start, nearest.end) } }
      : { kind: "absent" };
  }
  const fitting = places.length === 1 ? places : fittingContext(text, places, query);
  const [only] = fitting;
  if (only && fitting.length === 1) return { kind: "inexact", ...only, exact: text.slice(only.start, only.end) };
  return { kind: "ambiguous", literal: false, candidates: fitting.slice(0, MAX_CANDIDATES) };
}

function spansOf(starts: readonly number[], length: number): Span[] {
  return starts.map((start) => ({ start, end: start + length }));
}

/** The places whose surroundings are those of the query; all of them where none or nothing fits. */
function fittingContext(text: string, places: Span[], query: QuoteQuery): Span[] {
  const { prefix = "", suffix = "" } = query;
  if (places.length < 2 || (prefix === "" && suffix === "")) return places;
  const literal = places.filter(
    ({ start, end }) =>
      start >= prefix.length && text.startsWith(prefix, start - prefix.length) && text.startsWith(suffix, end),
  );
  if (literal.length > 0) return literal;
  const before = matchingKey(prefix);
  const after = matchingKey(suffix);
  const loose = places.filter(
    ({ start, end }) =>
      matchingKey(text.slice(Math.max(0, start - 2 * prefix.length - 8), start)).endsWith(before) &&
      matchingKey(text.slice(end, end + 2 * suffix.length + 8)).startsWith(after),
  );
  return loose.length > 0 ? loose : places;
}

/** Whether the stretch of the key neither begins nor ends inside a word. */
function standsFree({ key }: NormalisedText, from: number, to: number): boolean {
  const cuts = (at: number) => /^[\p{L}\p{N}]{2}$/u.test(charBefore(key, at) + charAt(key, at));
  return !cuts(from) && !cuts(to);
}

function charAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function charBefore(text: string, at: number): string {
  return charAt(text, splitsCharacter(text, at - 1) ? at - 2 : at - 1);
}
