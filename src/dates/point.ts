import { lastDay, winterProblem } from "./edtf-bounds";
import type { Part } from "./lexicon";
import type { Token } from "./tokens";

/** One date of an expression, as far as it says. */
export type Point = {
  year?: number;
  month?: number;
  day?: number;
  /** "the 20s", "the 1990s": the first of ten days or years. */
  tens?: number;
  part?: Part;
  season?: number;
  approximate?: boolean;
  uncertain?: boolean;
};

/** The same, spelled out: two EDTF dates, equal for a single one, and one expression for both where EDTF has it. */
export type Stretch = { from: string; to: string; whole: string };

/** The tokens as one date; null where they are none. */
export function readPoint(tokens: readonly Token[]): Point | null {
  const point: Point = {};
  for (const token of tokens) if (!take(point, token)) return null;
  const { year, month, day, tens, part, season } = point;
  if (year === undefined && month === undefined && day === undefined && tens === undefined) return null;
  const finer = [day, tens, part, season].filter((field) => field !== undefined).length;
  return finer > 1 && !(part && tens !== undefined && tens > 31) ? null : point;
}

function take(point: Point, token: Token): boolean {
  switch (token.is) {
    case "noise":
    case "from":
      return true;
    case "mark":
      if (token.mark === "~") point.approximate = true;
      else point.uncertain = true;
      return true;
    case "month":
      if (point.month !== undefined && point.month !== token.month) return false;
      point.month = token.month;
      return true;
    case "part":
      return set(point, "part", token.part);
    case "season":
      return set(point, "season", token.season);
    case "calendar":
      return (
        set(point, "year", token.year) &&
        set(point, "month", token.month) &&
        (token.day === null || set(point, "day", token.day))
      );
    case "number":
      return takeNumber(point, token);
    default:
      // "تشرين الأول/أكتوبر" names one month twice.
      return token.text === "/" || (token.text === "-" && point.part !== undefined && point.month === undefined);
  }
}

function takeNumber(point: Point, { value, digits, plural }: Extract<Token, { is: "number" }>): boolean {
  if (plural) return value % 10 === 0 && (digits === 4 || (value >= 10 && value <= 30)) && set(point, "tens", value);
  if (digits === 4) return value > 0 && set(point, "year", value);
  return digits <= 2 && value >= 1 && value <= 31 && set(point, "day", value);
}

function set<F extends keyof Point>(point: Point, field: F, value: NonNullable<Point[F]>): boolean {
  if (point[field] !== undefined) return false;
  point[field] = value;
  return true;
}

type Ends = readonly [from: string, to: string];

const pad = (value: number, digits = 2) => String(value).padStart(digits, "0");
type Third = "early" | "mid" | "late";
const isThird = (part: Part): part is Third => part === "early" || part === "mid" || part === "late";
/** First and last month. */
const YEAR_THIRDS: Record<Third, readonly [number, number]> = { early: [1, 4], mid: [5, 8], late: [9, 12] };
const DECADE_THIRDS: Record<Third, readonly [number, number]> = { early: [0, 3], mid: [4, 6], late: [7, 9] };

/** Spells a point out, its year known; the message where it says too little or too much. */
export function spellOut(point: Point): Stretch | { problem: string } {
  const { year, month, day, tens, part } = point;
  if (tens !== undefined && tens > 31) return spellDecade(tens, point);
  if (year === undefined) return { problem: "has no year: write it like 25 October 2024" };
  const years = pad(year, 4);
  if (month === undefined)
    return day === undefined && tens === undefined
      ? spellYear(years, point)
      : { problem: "has no month: write it like 25 October 2024" };
  if (month < 1 || month > 12) return { problem: `has no month ${month}` };
  const inMonth = (from: number, to: number): Ends => [
    `${years}-${pad(month)}-${pad(from)}`,
    `${years}-${pad(month)}-${pad(to)}`,
  ];
  if (day !== undefined) return marked(point, inMonth(day, day));
  const last = lastDay(year, month);
  if (tens !== undefined) {
    return marked(point, inMonth(tens, Math.min(tens + 9, last)), `${years}-${pad(month)}-${Math.floor(tens / 10)}X`);
  }
  if (part) {
    const days = daysOfPart(part, last);
    return days ? marked(vague(point), inMonth(...days)) : { problem: "names a quarter of a month" };
  }
  return marked(point, [`${years}-${pad(month)}`, `${years}-${pad(month)}`]);
}

function daysOfPart(part: Part, last: number): [number, number] | null {
  switch (part) {
    case "early":
      return [1, 10];
    case "mid":
      return [11, 20];
    case "late":
      return [21, last];
    case "half-1":
      return [1, 15];
    case "half-2":
      return [16, last];
    case "week-5":
      return [last - 6, last];
    default: {
      const week = /^week-(\d)$/.exec(part)?.[1];
      return week ? [Number(week) * 7 - 6, Number(week) * 7] : null;
    }
  }
}

function spellYear(years: string, point: Point): Stretch | { problem: string } {
  const { season, part } = point;
  const months = (from: number, to: number): Ends => [`${years}-${pad(from)}`, `${years}-${pad(to)}`];
  if (season === 3) return { problem: winterProblem(Number(years)) };
  if (season !== undefined) return marked(point, months(season * 3 + 3, season * 3 + 5));
  if (part === undefined) return marked(point, [years, years]);
  if (isThird(part)) return marked(vague(point), months(...YEAR_THIRDS[part]));
  const [, unit, count] = /^(half|quarter|week)-(\d)$/.exec(part) ?? [];
  if (unit === "week") return { problem: "names a week without its month" };
  const length = unit === "half" ? 6 : 3;
  return marked(point, months((Number(count) - 1) * length + 1, Number(count) * length));
}

function spellDecade(tens: number, point: Point): Stretch | { problem: string } {
  const { part } = point;
  if (point.year !== undefined || point.month !== undefined) return { problem: "names a decade and more" };
  if (part === undefined) return marked(point, [pad(tens, 4), pad(tens + 9, 4)], `${pad(tens / 10, 3)}X`);
  if (!isThird(part)) return { problem: "names that part of a decade which has none" };
  const [from, to] = DECADE_THIRDS[part];
  return marked(vague(point), [pad(tens + from, 4), pad(tens + to, 4)]);
}

const vague = (point: Point): Point => ({ ...point, approximate: true });

function marked({ approximate, uncertain }: Point, [from, to]: Ends, shorthand?: string): Stretch {
  const mark = approximate && uncertain ? "%" : approximate ? "~" : uncertain ? "?" : "";
  if (shorthand && mark === "") return { from, to, whole: shorthand };
  const marks = { from: `${from}${mark}`, to: `${to}${mark}` };
  return { ...marks, whole: from === to ? marks.from : `${marks.from}/${marks.to}` };
}
