import { referenceDay } from "./edtf-bounds";
import { readWords } from "./read-words";
import { type Token, tokenise } from "./tokens";
import { parseVagueDate, type VagueDate } from "./vague-date";

export type FoundDate = { start: number; end: number; date: VagueDate };

/** No date in running text is longer, and every start is tried with every length. */
const LONGEST = 11;

/**
 * The dates named in a sentence that was written on a day (EDTF), in order, each as long as it reads: "late October", "since 11 February", "أمس". A number
 * alone is none, nor is a word that only may be a month ("may", "march").
 */
export function findVagueDates(sentence: string, saidOn: string | null): FoundDate[] {
  const reference = referenceDay(saidOn);
  const tokens = tokenise(withoutAddresses(sentence));
  const found: FoundDate[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const run = longestDate(tokens, at, sentence, reference);
    if (!run) continue;
    const first = tokens[at];
    const last = tokens[at + run - 1];
    if (!first || !last) continue;
    const reading = parseVagueDate(sentence.slice(first.start, last.end), { reference });
    if (reading.ok) found.push({ start: first.start, end: last.end, date: reading.date });
    at += run - 1;
  }
  return found;
}

/** Addresses of pages are full of numbers; as many letters stand in for them, so that places stay. */
const withoutAddresses = (text: string) => text.replace(/https?:\S+/g, (address) => "x".repeat(address.length));

function longestDate(tokens: readonly Token[], at: number, sentence: string, reference: string | null): number {
  const stop = tokens.slice(at, at + LONGEST).findIndex((token) => parts(token, sentence));
  for (let length = stop < 0 ? Math.min(LONGEST, tokens.length - at) : stop; length >= 1; length -= 1) {
    const run = tokens.slice(at, at + length);
    if (!isEdge(run[0]) || !isEdge(run.at(-1)) || !saysEnough(run, tokens[at - 1], sentence)) continue;
    const reading = readWords(run, reference);
    if (reading && "edtf" in reading) return length;
  }
  return 0;
}

/** What ends a clause also ends a date, save the dot of "Oct." */
const parts = (token: Token, sentence: string) =>
  /^[.;:!()"“”«»؛]$/.test(token.text) && !(token.text === "." && /^ ?\d/.test(sentence.slice(token.end)));

const isEdge = (token: Token | undefined) =>
  token !== undefined && !(token.is === "noise" && /^[.,]$|^(?:the|of|on|in|at|during|في|خلال|يوم)$/.test(token.text));

function saysEnough(run: readonly Token[], before: Token | undefined, sentence: string): boolean {
  const numbers = run.filter(({ is }) => is === "number" || is === "calendar");
  const months = run.filter(({ is }) => is === "month" || is === "season");
  if (months.some((month) => !isWrittenAsName(month, sentence))) return false;
  if (run.some((token) => token.is === "calendar" || (token.is === "number" && token.plural))) return true;
  if (months.length > 0) {
    const named = run[0] !== undefined && run[0].start > 0 && /^[A-Z]/.test(sentence.slice(run[0].start));
    return numbers.length > 0 || run.length > 1 || named || before?.is === "noise" || before?.is === "since";
  }
  if (run.some(({ is }) => is === "unknown" || is === "part"))
    return run.every((token) => token.is !== "number" || token.digits < 4);
  const weekday = run.length === 1 && run[0]?.is === "noise";
  if (weekday) return isWrittenAsName(run[0], sentence);
  return numbers.some((token) => token.is === "number" && token.digits === 4) && opensYear(run[0], before);
}

/** English writes names of months and days with a capital; scripts without capitals cannot. */
const isWrittenAsName = (token: Token | undefined, sentence: string) =>
  token !== undefined && !/^[a-z]/.test(sentence.slice(token.start, token.end));

const opensYear = (first: Token | undefined, before: Token | undefined) =>
  ["since", "before", "after", "until", "between", "from"].includes(first?.is ?? "") ||
  (before?.is === "noise" && /^(?:in|during|of|year|في|خلال|عام|سنه)$/.test(before.text));
