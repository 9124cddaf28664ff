import { readEdtf } from "./edtf-bounds";
import { type Point, readPoint, type Stretch, spellOut } from "./point";
import { readRelative, relativeWords } from "./relative";
import type { Token } from "./tokens";

export type WordsReading = { edtf: string } | { problem: string } | null;

/**
 * The EDTF of a date in words, or why it is none; null where the words have nothing of a date. Without a reference day,
 * words that are relative to one are refused.
 */
export function readWords(tokens: readonly Token[], reference: string | null): WordsReading {
  const trimmed = trimNoise(tokens);
  const unclear = trimmed.find((token) => token.is === "unclear");
  if (unclear?.is === "unclear") return { problem: unclear.message };
  const relative = readRelative(tokens, reference);
  if (relative) return { edtf: relative };
  if (reference === null && relativeWords(tokens)) {
    return { problem: "is relative to a day that is not given: write the date itself" };
  }
  return (
    readWinter(trimmed) ?? readOpen(trimmed, reference) ?? readPair(trimmed, reference) ?? readOne(trimmed, reference)
  );
}

function trimNoise(tokens: readonly Token[]): Token[] {
  const idle = ({ is, text }: Token) => is === "noise" || /^[()[\]"“”'«»;:]$/.test(text);
  const first = tokens.findIndex((token) => !idle(token));
  const last = tokens.findLastIndex((token) => !idle(token));
  return first < 0 ? [] : tokens.slice(first, last + 1);
}

/** "winter 2023-24" names both of its years. */
function readWinter(tokens: readonly Token[]): WordsReading {
  const [season, first, between, second, rest] = tokens.filter(({ is }) => is !== "noise");
  if (season?.is !== "season" || season.season !== 3 || rest || first?.is !== "number" || second?.is !== "number")
    return null;
  if (first.digits !== 4 || (!["to", "and"].includes(between?.is ?? "") && between?.text !== "/")) return null;
  if (second.value % 100 !== (first.value + 1) % 100) return { problem: "names two years that no winter joins" };
  return { edtf: `${first.value}-12/${first.value + 1}-02` };
}

/** "since …", "before …": open at one end. */
function readOpen(tokens: readonly Token[], reference: string | null): WordsReading {
  const [word, ...rest] = tokens;
  if (!word || !["since", "after", "before", "until", "from"].includes(word.is)) return null;
  if (word.is === "from" && rest.some(({ is }) => is === "to" || is === "until")) return null;
  const point = readPoint(rest);
  if (!point) return null;
  const stretch = spellOut(dated(point, reference));
  if ("problem" in stretch) return stretch;
  switch (word.is) {
    case "after":
      return { edtf: `${neighbour(stretch.to, 1)}/..` };
    case "before":
      return { edtf: `../${neighbour(stretch.from, -1)}` };
    case "until":
      return { edtf: `../${stretch.to}` };
    default:
      return { edtf: `${stretch.from}/..` };
  }
}

/** The date after (1) or before (-1) one of the same precision. */
function neighbour(leaf: string, step: 1 | -1): string {
  const [, date = "", mark = ""] = /^([\d-]+)(.*)$/.exec(leaf) ?? [];
  const [year = "", month, day] = date.split("-");
  const next = new Date(0);
  if (day) next.setUTCFullYear(Number(year), Number(month) - 1, Number(day) + step);
  else if (month) next.setUTCFullYear(Number(year), Number(month) - 1 + step, 1);
  else next.setUTCFullYear(Number(year) + step, 0, 1);
  return `${next.toISOString().slice(0, date.length)}${mark}`;
}

/** "21-31 October", "from May to June 2024", "25 or 26 October". */
function readPair(tokens: readonly Token[], reference: string | null): WordsReading {
  const between = tokens[0]?.is === "between";
  const body = between || tokens[0]?.is === "from" ? tokens.slice(1) : tokens;
  const joins = between ? ["and", "to"] : ["to", "until", "and", "or"];
  for (const [at, token] of body.entries()) {
    if (!joins.includes(token.is)) continue;
    const first = readPoint(body.slice(0, at));
    const second = readPoint(body.slice(at + 1));
    if (first && second) return joinPair(first, second, between ? "to" : token.is, reference);
  }
  return null;
}

function joinPair(first: Point, second: Point, join: string, reference: string | null): WordsReading {
  const end = dated({ ...lent(second, first), ...(first.approximate && { approximate: true }) }, reference);
  let start: Point = lent(first, end);
  const stretches = (): [ReturnType<typeof spellOut>, ReturnType<typeof spellOut>] => [spellOut(start), spellOut(end)];
  let [from, to] = stretches();
  if ("problem" in from) return from;
  if ("problem" in to) return to;
  if (from.from > to.to && first.year === undefined && start.year !== undefined && start.month !== end.month) {
    start = { ...start, year: start.year - 1 };
    [from, to] = stretches();
    if ("problem" in from || "problem" in to) return null;
  }
  if (join === "or") return single(from, to) ? { edtf: `[${from.whole},${to.whole}]` } : { problem: ONE_OF_TWO };
  if (join === "and")
    return single(from, to) ? { edtf: `{${from.whole},${to.whole}}` } : { edtf: `${from.from}/${to.to}` };
  return { edtf: `${from.from}/${to.to}` };
}

const ONE_OF_TWO = "offers two stretches of time: write the earliest and the latest day";

const single = (...stretches: Stretch[]) => stretches.every(({ from, to }) => from === to);

/** A point with what it leaves to its neighbour: the year, and the month where only a day or part is given. */
function lent(point: Point, from: Point): Point {
  const lends =
    point.month === undefined && (point.day !== undefined || point.tens !== undefined || point.part !== undefined);
  return {
    ...point,
    ...(point.year === undefined && from.year !== undefined && { year: from.year }),
    ...(lends && from.month !== undefined && { month: from.month }),
  };
}

function readOne(tokens: readonly Token[], reference: string | null): WordsReading {
  const point = readPoint(tokens);
  if (!point) return null;
  const stretch = spellOut(dated(point, reference));
  return "problem" in stretch ? stretch : { edtf: stretch.whole };
}

/** A date without a year means the last such date up to the reference day. */
function dated(point: Point, reference: string | null): Point {
  if (reference === null || point.year !== undefined || (point.tens ?? 0) > 31) return point;
  const year = Number(reference.slice(0, 4));
  const stretch = spellOut({ ...point, year });
  if ("problem" in stretch) return { ...point, year };
  const reading = readEdtf(stretch.from);
  const past = "problem" in reading || (reading.min ?? "") <= reference;
  return { ...point, year: past ? year : year - 1 };
}
