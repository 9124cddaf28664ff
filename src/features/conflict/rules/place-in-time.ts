import { readEdtf } from "@/dates/edtf-bounds";
import type { Camp } from "../schema";

/** Where on the line something lies, in percent of its length; a vague date takes up room. */
export type Span = { from: number; to: number; edtf: string; openStart: boolean; openEnd: boolean };

export type TimelineRow = { number: number; camp: string; statement: string; event: Span | null; report: Span | null };

export type Timeline = { rows: TimelineRow[]; ticks: { at: number; day: string }[] };

type Days = { min: number | null; max: number | null; edtf: string };
type Dated = { number: number; camp: string; statement: string; event: Days | null; report: Days | null };

const DAY = 86_400_000;

/** When each claim was said and when what it tells of was, on one line; null where nothing is dated. */
export function placeInTime(camps: Camp[]): Timeline | null {
  const dated = camps.flatMap(({ letter, claims }) =>
    claims.flatMap(({ number, statement, occurredOn, reportedOn }): Dated[] => {
      const [event, report] = [daysOf(occurredOn), daysOf(reportedOn)];
      return event || report ? [{ number, camp: letter, statement, event, report }] : [];
    }),
  );
  const known = dated.flatMap(({ event, report }) => [event?.min, event?.max, report?.min, report?.max]);
  const days = known.filter((day): day is number => typeof day === "number");
  if (days.length === 0) return null;
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const margin = Math.max(1, (last - first) * 0.03);
  const scale = scaleOf(first - margin, last + 1 + margin);
  return {
    rows: dated.map(({ event, report, ...row }) => ({
      ...row,
      event: event && spanOf(event, scale),
      report: report && spanOf(report, scale),
    })),
    ticks: ticksOf(first, last).map((day) => ({ at: scale(day), day: isoDay(day) })),
  };
}

function daysOf(edtf: string | null): Days | null {
  const reading = edtf === null ? null : readEdtf(edtf);
  if (!reading || "problem" in reading) return null;
  return { min: dayOf(reading.min), max: dayOf(reading.max), edtf: reading.edtf };
}

const dayOf = (day: string | null) => (day === null ? null : Date.parse(day) / DAY);
const isoDay = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

const scaleOf = (from: number, to: number) => (day: number) =>
  Math.round(Math.min(100, Math.max(0, ((day - from) / (to - from)) * 100)) * 100) / 100;

function spanOf({ min, max, edtf }: Days, scale: (day: number) => number): Span {
  const from = min === null ? 0 : scale(min);
  return { from, to: max === null ? 100 : scale(max + 1), edtf, openStart: min === null, openEnd: max === null };
}

const MOST_TICKS = 6;
/** Months between ticks. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200];

/** Beginnings of months or years, as many as there is room for; a short time is told by its first and last day. */
function ticksOf(first: number, last: number): number[] {
  const begin = new Date(first * DAY);
  const months = (day: number) => new Date(day * DAY).getUTCFullYear() * 12 + new Date(day * DAY).getUTCMonth();
  const [from, to] = [begin.getUTCFullYear() * 12 + begin.getUTCMonth(), months(last)];
  const step = STEPS.find((each) => (to - from) / each <= MOST_TICKS) ?? 1200;
  const ticks: number[] = [];
  for (let month = Math.ceil((from + 1) / step) * step; month <= to; month += step) {
    ticks.push(Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY);
  }
  return ticks.length > 1 ? ticks : first === last ? [first] : [first, last];
}
