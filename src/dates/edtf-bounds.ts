import edtf, { type Node, parse } from "edtf";

/** Days as `YYYY-MM-DD`; null where that side is open or unknown. */
export type Bounds = { min: string | null; max: string | null };

export type EdtfReading = ({ edtf: string } & Bounds) | { problem: string };

/** Earley parsing is cubic in the worst case, and no real date is longer. */
const MAX_LENGTH = 120;
const EDTF_CHARACTERS = /^[\dXY.~?%/,[\]{}TZ:+-]+$/;
const SEASON = /^(\d{4})-(2[1-9]|3\d|4[01])([~?%]?)$/;
const QUARTER_MONTHS = ["01/03", "04/06", "07/09", "10/12"];
/** Spring, summer, autumn of the northern half of the world. Winter spans two years and is asked for by name. */
const SEASON_MONTHS = ["03/05", "06/08", "09/11"];

/** True for what is meant as EDTF rather than as words. */
export const looksLikeEdtf = (input: string) => EDTF_CHARACTERS.test(input) && /^[[{./]*(-?\d\d|Y|$)/.test(input);

/**
 * Reads an EDTF expression (levels 0 to 2) with its earliest and latest day.
 *
 * The package parses; bounds are taken leaf by leaf, because its own are wrong for seasons, for sets that hold a range,
 * and for 29 February of common years. `~` and `?` say how sure the date is and do not widen it.
 */
export function readEdtf(input: string): EdtfReading {
  if (input.length > MAX_LENGTH) return { problem: "is too long for a date" };
  const season = SEASON.exec(input);
  if (season) return readSeason(season[1] ?? "", Number(season[2]), season[3] ?? "");
  const missing = missingDay(input);
  if (missing) return { problem: missing };
  try {
    const bounds = nodeBounds(parse(input, { level: 2 }));
    if (bounds.min === null && bounds.max === null) return { problem: "says nothing: both ends are open" };
    if (bounds.min !== null && bounds.max !== null && bounds.min > bounds.max) {
      return { problem: "ends before it begins" };
    }
    return { edtf: input, ...bounds };
  } catch (error) {
    if (error instanceof OutOfRange) return { problem: "is outside the years 1 to 9999" };
    if (error instanceof Error && error.message.includes("upper bound")) return { problem: "ends before it begins" };
    return { problem: "is not a date in EDTF, such as 2024-10, 2024-10-25~ or 2024-10-21/2024-10-31" };
  }
}

class OutOfRange extends Error {}

function readSeason(year: string, code: number, mark: string): EdtfReading {
  const months =
    code <= 23 ? SEASON_MONTHS[code - 21] : code >= 33 && code <= 36 ? QUARTER_MONTHS[code - 33] : undefined;
  if (code === 24) return { problem: winterProblem(Number(year)) };
  if (!months)
    return { problem: "names a part of a year that is not supported: write it with months, such as 2024-03/2024-05" };
  const [from, to] = months.split("/");
  return readEdtf(`${year}-${from}${mark}/${year}-${to}${mark}`);
}

export const winterProblem = (year: number) =>
  `may be the winter that ends or the one that begins in ${year}: write winter ${year - 1}-${year} or winter ${year}-${year + 1}`;

/** The package takes 2023-02-29 for 1 March; other impossible days it refuses without saying why. */
function missingDay(input: string): string | null {
  for (const [day, year, month, dayOfMonth] of input.matchAll(/(\d{4})-(\d\d)-(\d\d)/g)) {
    if (Number(month) < 1 || Number(month) > 12) return `has no month ${month}`;
    const last = lastDay(Number(year), Number(month));
    if (Number(dayOfMonth) < 1 || Number(dayOfMonth) > last) return `is no day: ${day} is not in the calendar`;
  }
  return null;
}

/** The day that relative words count from, where the date they were said on is known only roughly: its latest. */
export function referenceDay(edtf: string | null): string | null {
  if (edtf === null) return null;
  const reading = readEdtf(edtf);
  return "problem" in reading ? null : (reading.max ?? reading.min);
}

/** The number of days of a month (1 to 12). */
export function lastDay(year: number, month: number): number {
  const date = new Date(Date.UTC(2000, month, 0));
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

function nodeBounds(node: Node): Bounds {
  switch (node.type) {
    case "Interval":
      return { min: endBounds(node.values[0]).min, max: endBounds(node.values[1]).max };
    case "Set":
    case "List":
      return setBounds(node);
    case "Season":
      throw new Error("a season inside another expression");
    default: {
      const { min, max } = edtf(node);
      return { min: isoDay(min), max: isoDay(max) };
    }
  }
}

/** An unknown end is null, an open one infinite. */
function endBounds(end: Node["values"][number] | undefined): Bounds {
  if (typeof end !== "object" || end === null || Array.isArray(end)) return { min: null, max: null };
  return nodeBounds(end);
}

function setBounds(node: Node): Bounds {
  const leaves = node.values.flat().filter((value): value is Node => typeof value === "object" && value !== null);
  const all = leaves.map(nodeBounds);
  const earliest = all.map(({ min }) => min).sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1))[0];
  const latest = all.map(({ max }) => max).sort((a, b) => ((a ?? "") < (b ?? "") ? 1 : -1))[0];
  return { min: node.earlier ? null : (earliest ?? null), max: node.later ? null : (latest ?? null) };
}

function isoDay(time: number): string {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new OutOfRange();
  return date.toISOString().slice(0, 10);
}
