import { isCommonOpener, tellingKind } from "@/anchoring/change-alerts";
import { matchingKey } from "@/anchoring/normalise";
import { type Token, tokensOf } from "@/anchoring/word-diff";
import { disjoint } from "@/dates/compare";
import { findVagueDates } from "@/dates/find-dates";
import type { ContradictionAbout } from "@/features/relation/schema";

/** Words of a claim, and the day that "yesterday" in them counts from (EDTF). */
export type Wording = { texts: string[]; saidOn: string | null };

/** A claim that this one contradicts, and on what. */
export type Opposed = Wording & { about: ContradictionAbout | null };

export type Difference = { start: number; end: number; kind: "number" | "time" | "negation" | "name" | "action" };

const WANTED: Record<ContradictionAbout | "unnamed", Difference["kind"][]> = {
  number: ["number", "negation"],
  time: ["time", "negation"],
  place: ["name", "negation"],
  actor: ["name", "negation"],
  attribution: ["name", "negation"],
  cause: ["negation", "name"],
  occurrence: ["negation", "action"],
  unnamed: ["number", "time", "negation"],
};

/**
 * The words of a text in which it differs from claims that contradict it: figures, dates, names and whether something
 * goes on, where the other's words have a counterpart, but another one; and a "not" where the other has none. Only what the contradiction is about is looked for, so that names
 * are not marked where the dispute is on a number. It points at words; it decides nothing.
 */
export function tellingDifferences(text: string, saidOn: string | null, opposed: Opposed[]): Difference[] {
  const own = read(text, saidOn);
  const found = opposed.flatMap(({ texts, saidOn, about }) => {
    const other = texts.map((each) => read(each, saidOn));
    const wanted = WANTED[about ?? "unnamed"];
    return own.filter(({ kind }) => wanted.includes(kind)).filter((part) => differs(part, other.flat()));
  });
  return withoutOverlaps(found);
}

type Part = Difference & { key: string; min: string | null; max: string | null };

/** A date differs from dates that it cannot be; anything else from what is written otherwise. */
function differs(part: Part, others: Part[]): boolean {
  const same = others.filter(({ kind }) => kind === part.kind);
  if (part.kind === "negation") return same.length === 0;
  if (same.length === 0) return false;
  if (part.kind === "action") return same.some(({ key }) => key !== part.key);
  if (part.kind === "time") return same.every((other) => disjoint(part, other));
  if (part.kind === "name" && !same.some(({ key }) => scriptOf(key) === scriptOf(part.key))) return false;
  if (part.kind === "name") return same.every(({ key }) => !holds(key, part.key) && !holds(part.key, key));
  return same.every(({ key }) => key !== part.key);
}

/** "Khazali" is in "Qais al-Khazali", the same person more or less fully. */
const holds = (longer: string, shorter: string) => longer.includes(shorter);

const scriptOf = (key: string) => /\p{Script=Arabic}/u.test(key);

function read(text: string, saidOn: string | null): Part[] {
  const dates = findVagueDates(text, saidOn).map(({ start, end, date }): Part => {
    return { start, end, kind: "time", key: "", min: date.min, max: date.max };
  });
  const inDate = (token: Token) => dates.some(({ start, end }) => token.start < end && token.end > start);
  const rest = tokensOf(text).map((token) => (inDate(token) ? null : token));
  return [...dates, ...rest.flatMap((token, index) => partOf(text, rest, token, index)), ...arabicPlaces(text, inDate)];
}

const UNBOUNDED = { min: null, max: null };

function partOf(text: string, tokens: (Token | null)[], token: Token | null, index: number): Part[] {
  const kind = token && tellingKind(token.text);
  const action = token && actionOf(token.text);
  if (token && action) return [{ ...token, kind: "action", key: action, ...UNBOUNDED }];
  if (!token || !kind || LACKING.has(matchingKey(token.text))) return [];
  if (kind !== "name") return [{ ...token, kind, key: figureOf(token.text), ...UNBOUNDED }];
  if (isName(tokens[index - 1]) || (opens(tokens, index) && !isName(tokens[index + 1]))) return [];
  let last = token;
  for (let at = index + 1; isName(tokens[at]); at++) last = tokens[at] ?? last;
  const words = text.slice(token.start, last.end);
  return [{ start: token.start, end: last.end, kind, key: matchingKey(words), ...UNBOUNDED }];
}

const isName = (token: Token | null | undefined) => Boolean(token) && tellingKind(token?.text ?? "") === "name";

/** At the start of a sentence a capital makes no name. */
function opens(tokens: (Token | null)[], index: number): boolean {
  const before = tokens[index - 1];
  return index === 0 || isCommonOpener(tokens[index]?.text ?? "") || /^[.!?:“"‘«]$/.test(before?.text ?? "");
}

/** Scripts without capitals mark no names; in Arabic what follows "in" or "near" is one often enough. */
const ARABIC_PLACE = /(?<=(?:^|\s)(?:في|إلى|قرب|شمال|جنوب|شرق|غرب|مدينة|محافظة)\s)[\p{L}\p{M}]+/gu;

function arabicPlaces(text: string, inDate: (token: Token) => boolean): Part[] {
  return [...text.matchAll(ARABIC_PLACE)].flatMap(({ 0: word, index }): Part[] => {
    const token = { text: word, start: index, end: index + word.length };
    return inDate(token) || tellingKind(word) ? [] : [{ ...token, kind: "name", key: matchingKey(word), ...UNBOUNDED }];
  });
}

/** "Without" says what is lacking, not that something is not so. */
const LACKING = new Set(["without", "دون", "بدون", "بلا"].map(matchingKey));

/** Beginnings of words that say that something ends, and that it goes on. */
const ACTIONS = {
  ends: "suspen stop halt ceas end paus freez withdr quit علق تعليق وقف توقف اوقف انهى هدنه",
  "goes on": "continu resum oppos against persist carr استمر واصل استانف عارض يعارض ضد مواصله",
};
const STEMS = Object.entries(ACTIONS).map(([action, stems]) => ({ action, stems: stems.split(" ").map(matchingKey) }));

function actionOf(word: string): string | null {
  const key = matchingKey(word).replace(/^(?:وال|ال|و)/, "");
  const endsOnly = /^end(?:s|ed|ing)?$/.test(key) || !key.startsWith("end");
  return STEMS.find(({ stems }) => endsOnly && stems.some((stem) => key.startsWith(stem)))?.action ?? null;
}

const WORDS_OF_NUMBERS = [
  ["zero صفر", 0],
  ["one واحد واحدة", 1],
  ["two اثنان اثنين اثنتان اثنتين", 2],
  ["three ثلاث ثلاثة", 3],
  ["four أربع أربعة", 4],
  ["five خمس خمسة", 5],
  ["six ست ستة", 6],
  ["seven سبع سبعة", 7],
  ["eight ثمان ثماني ثمانية", 8],
  ["nine تسع تسعة", 9],
  ["ten عشر عشرة", 10],
  ["eleven", 11],
  ["twelve dozen", 12],
  ["twenty عشرون عشرين", 20],
  ["thirty ثلاثون ثلاثين", 30],
  ["forty أربعون أربعين", 40],
  ["fifty خمسون خمسين", 50],
  ["hundred مئة مائة", 100],
  ["thousand ألف آلاف", 1000],
] as const;
const VALUES = new Map(
  WORDS_OF_NUMBERS.flatMap(([words, value]) => words.split(" ").map((word) => [matchingKey(word), String(value)])),
);

/** "Twelve", "12" and "١٢" are one figure; so are "1,200" and "1200". */
function figureOf(word: string): string {
  const key = matchingKey(word);
  return VALUES.get(key) ?? key.replace(/(\d)[,٬](?=\d{3})/g, "$1");
}

function withoutOverlaps(found: Difference[]): Difference[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Difference[] = [];
  for (const { start, end, kind } of sorted) if (start >= (kept.at(-1)?.end ?? 0)) kept.push({ start, end, kind });
  return kept;
}
