import { matchingKey } from "@/anchoring/normalise";
import type { Mention, Word } from "./outlet-mentions";
import { isKind, isReportingVerb } from "./reporting-cues";

/** Somebody who is said to say: a person by name, or an unnamed source as described. */
export type NamedSource = { name: string; from: number; to: number; verb: number };

const folded = (list: string) => new Set(list.split(/\s+/).filter(Boolean).map(matchingKey));

const TITLES =
  folded(`president prime minister deputy foreign defence defense interior general brigadier major colonel captain
  lieutenant commander chief leader supreme sheikh sayyid ayatollah dr mr mrs ms prof professor senator ambassador king prince
  secretary spokesman spokesperson spokeswoman iraqi iranian american israeli syrian lebanese russian saudi turkish french
  british journalist reporter analyst expert researcher activist lawmaker writer presenter`);

/** Parts of names that are written small. */
const PARTICLES = folded("al el bin ibn bint abu umm von van de da di der del la le ben");

const UNNAMED = folded(`official officials source sources diplomat diplomats commander commanders spokesman spokesperson
  spokeswoman witness witnesses officer officers lawmaker lawmakers politician politicians resident residents`);

const QUANTIFIERS = folded("a an one two three four five several some many unnamed anonymous senior");

const ARABIC_STOPS = folded("ان إن إنه إنها أنه أنها في خلال عبر على عن من الى إلى بأن مع أمس اليوم إنهم أنهم");

/** Who is said to say something in a sentence, in order. Outlets are not among them. */
export function findSources(words: readonly Word[], mentions: readonly Mention[]): NamedSource[] {
  const taken = (at: number) => mentions.some(({ from, to }) => at >= from && at <= to);
  const found: NamedSource[] = [];
  for (const [verb, word] of words.entries()) {
    if (!isReportingVerb(words, verb)) continue;
    const source = /\p{Script=Arabic}/u.test(word.key)
      ? arabicSubject(words, verb, taken)
      : (subjectBefore(words, verb, taken) ?? subjectAfter(words, verb, taken));
    if (source && !found.some(({ name }) => name === source.name)) found.push({ ...source, verb });
  }
  return found;
}

type Taken = (at: number) => boolean;
type Found = Omit<NamedSource, "verb">;

const isName = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(word.raw);
const joins = (before: string) => /^[\s'’-]*$/.test(before);

/** "(journalist) Jo Host revealed", "Sam Guest, a lawmaker from Basra, said", "two officials told". */
function subjectBefore(words: readonly Word[], verb: number, taken: Taken): Found | null {
  let end = verb - 1;
  while (/^(?:also|has|had|have|later|then|who)$/.test(words[end]?.key ?? "")) end -= 1;
  if (/[“”"«»:;.]/.test(words[end + 1]?.before ?? "")) return null;
  if (/,\s*$/.test(words[end + 1]?.before ?? "")) end = beforeAside(words, end);
  return nameEndingAt(words, end, taken) ?? unnamedEndingAt(words, end, taken);
}

/** Steps over an aside between commas: back to the word before its first comma. */
function beforeAside(words: readonly Word[], end: number): number {
  for (let at = end; at > Math.max(0, end - 14); at -= 1) {
    const before = words[at]?.before ?? "";
    if (/[.;!?“”"]/.test(before)) return end;
    if (/^,/.test(before)) return at - 1;
  }
  return end;
}

/** “…,” said Jo Host. */
function subjectAfter(words: readonly Word[], verb: number, taken: Taken): Found | null {
  const quoted = /[,”"»]\s*$/.test(words[verb]?.before ?? "");
  if (!quoted) return null;
  let end = verb;
  while (isPartOfName(words, end + 1) && !taken(end + 1) && end - verb < 6) end += 1;
  return end > verb ? nameEndingAt(words, end, taken) : null;
}

const isPartOfName = (words: readonly Word[], at: number) =>
  joins(words[at]?.before ?? "x") && (isName(words[at]) || PARTICLES.has(words[at]?.key ?? ""));

function nameEndingAt(words: readonly Word[], end: number, taken: Taken): Found | null {
  if (!isName(words[end]) || taken(end) || isKind(words[end])) return null;
  let from = end;
  while (from > 0 && end - from < 6 && joins(words[from]?.before ?? "x") && isInName(words, from - 1, taken)) from -= 1;
  while (from < end && (TITLES.has(words[from]?.key ?? "") || isOpening(words, from))) from += 1;
  const name = textOf(words, from, end);
  if (TITLES.has(words[end]?.key ?? "") || NO_NAMES.has(words[end]?.key ?? "") || name.length < 3) return null;
  return { name, from, to: end };
}

/** Capitals that only a sentence's beginning explains. */
const NO_NAMES =
  folded(`he she they it we i the this that these those report reports sources officials what when while where who
  although though as if in on at since during after before but and for with unlike however given amid`);

const isOpening = (words: readonly Word[], at: number) => at === 0 && NO_NAMES.has(words[at]?.key ?? "");

const isInName = (words: readonly Word[], at: number, taken: Taken) =>
  !taken(at) &&
  (isName(words[at]) || (PARTICLES.has(words[at]?.key ?? "") && words[at]?.key !== "a") || isShortPart(words, at));

/** "Kata'ib", "Wala'i": letters after an apostrophe belong to the word before. */
const isShortPart = (words: readonly Word[], at: number) =>
  /^['’]$/.test(words[at]?.before ?? "") && (words[at]?.raw.length ?? 9) <= 3 && words[at]?.key !== "s";

function unnamedEndingAt(words: readonly Word[], end: number, taken: Taken): Found | null {
  if (!UNNAMED.has(words[end]?.key ?? "") || taken(end)) return null;
  let from = end;
  while (from > 0 && end - from < 4 && joins(words[from]?.before ?? "x") && !taken(from - 1)) {
    const key = words[from - 1]?.key ?? "";
    if (
      !QUANTIFIERS.has(key) &&
      !TITLES.has(key) &&
      !/^(?:security|government|military|intelligence|militia|political)$/.test(key)
    )
      break;
    from -= 1;
  }
  return { name: textOf(words, from, end), from, to: end };
}

/** "قال (مصدر أمني) لـ…": the words between the verb and what ends the subject. */
function arabicSubject(words: readonly Word[], verb: number, taken: Taken): Found | null {
  let to = verb;
  while (to - verb < 5) {
    const next = words[to + 1];
    if (!next || !joins(next.before) || taken(to + 1) || isKind(next)) break;
    if (ARABIC_STOPS.has(next.key) || /^ل\p{Script=Arabic}{3}/u.test(next.key) || isReportingVerb(words, to + 1)) break;
    to += 1;
  }
  return to === verb ? null : { name: textOf(words, verb + 1, to), from: verb + 1, to };
}

function textOf(words: readonly Word[], from: number, to: number): string {
  const [first, ...rest] = words.slice(from, to + 1);
  return rest.reduce((text, { before, raw }) => `${text}${before.replace(/\s+/g, " ")}${raw}`, first?.raw ?? "");
}
