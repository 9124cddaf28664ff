import { matchingKey } from "@/anchoring/normalise";
import type { Span } from "@/anchoring/selectors";

/** A name or alias of an outlet, as `listOutletNames` gives them. */
export type KnownName = { outletId: string; outlet: string; name: string };

export type Mention = Span & {
  outletId: string;
  outlet: string /** Index of its first and last word. */;
  from: number;
  to: number;
};

/** A word of a text, folded, with its place and what stands between it and the word before. */
export type Word = Span & { key: string; raw: string; before: string };

type Entry = KnownName & {
  words: string[] /** Names that could be common words must be written as names. */;
  strict: boolean;
};

export type NameIndex = ReadonlyMap<string, readonly Entry[]>;

/** Apostrophes and hyphens part words, so that "Reuters’" and "Al-Aalam" are found however they are written. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const start = index;
    words.push({ key: matchingKey(raw), raw, start, end: start + raw.length, before: text.slice(end, start) });
    end = start + raw.length;
  }
  return words;
}

/** Names by their first word, longest first. "The Courier" is also found as "Courier". */
export function indexNames(names: readonly KnownName[]): NameIndex {
  const index = new Map<string, Entry[]>();
  for (const known of names) {
    const parts = wordsOf(known.name);
    const bare = parts.length > 1 && parts[0]?.key === "the" ? parts.slice(1) : parts;
    const first = bare[0];
    if (!first) continue;
    const strict = bare.length === 1 && /^\p{Lu}/u.test(first.raw);
    const entries = index.get(first.key) ?? [];
    entries.push({ ...known, words: bare.map(({ key }) => key), strict });
    index.set(
      first.key,
      entries.toSorted((a, b) => b.words.length - a.words.length),
    );
  }
  return index;
}

/** Where outlets are named in a text, left to right; of names that overlap, the longer. */
export function findMentions(words: readonly Word[], index: NameIndex): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = entryAt(words, at, index);
    const last = found && words[at + found.words.length - 1];
    const first = words[at];
    if (!found || !first || !last) continue;
    const { outletId, outlet } = found;
    const to = at + found.words.length - 1;
    mentions.push({ outletId, outlet, start: first.start, end: last.end, from: at, to });
    at = to;
  }
  return mentions;
}

function entryAt(words: readonly Word[], at: number, index: NameIndex): Entry | undefined {
  const first = words[at];
  if (!first) return undefined;
  for (const key of spellings(first.key)) {
    const entry = index.get(key)?.find((candidate) => fits(candidate, words, at));
    if (entry) return entry;
  }
  return undefined;
}

/** Arabic writes "and", "by", "to" and "so" as letters before the word. */
function spellings(key: string): string[] {
  if (!/^[وبلفك]\p{Script=Arabic}{2}/u.test(key)) return [key];
  const bare = key.slice(1);
  // "to the" loses a letter: ل + الميادين is للميادين.
  return key.startsWith("لل") ? [key, bare, `ا${bare}`] : [key, bare];
}

function fits({ words, strict, name }: Entry, at: readonly Word[], from: number): boolean {
  const raw = at[from]?.raw ?? "";
  if (strict && (/^\p{Ll}/u.test(raw) || (name.length <= 3 && raw !== name))) return false;
  return words.every((word, offset) => offset === 0 || at[from + offset]?.key === word);
}
