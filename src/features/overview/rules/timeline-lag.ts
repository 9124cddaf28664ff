import type { Span } from "../schema";
import { dayNumber } from "./timeline-bins";

export type Lag = { words: string /** Reported before it can have happened. */; early: boolean };

/** How long after the event it was reported, as a range where the dates are rough; null where one of them is missing. */
export function lagOf(event: Span | null, report: Span | null): Lag | null {
  if (!event || !report) return null;
  const least = between(event.max, report.min);
  const most = between(event.min, report.max);
  if (most !== null && most < 0) return { words: "before the event", early: true };
  if (least === null && most === null) return null;
  if (most === null) return least !== null && least > 0 ? late(`at least ${daysInWords(least)}`) : null;
  if (least === null || least <= 0)
    return most === 0 ? { words: "the same day", early: false } : late(`up to ${daysInWords(most)}`);
  return late(least === most ? daysInWords(least) : rangeInWords(least, most));
}

const late = (words: string): Lag => ({ words: `${words} after`, early: false });

const between = (from: string | null, to: string | null) =>
  from === null || to === null ? null : dayNumber(to) - dayNumber(from);

type Scale = { days: number; word: string };
const SCALES: Scale[] = [
  { days: 1, word: "day" },
  { days: 30.44, word: "month" },
  { days: 365.25, word: "year" },
];

/** Days up to three months, months up to two years. */
const scaleOf = (days: number) => SCALES[days < 92 ? 0 : days < 730 ? 1 : 2] as Scale;

function daysInWords(days: number): string {
  const scale = scaleOf(days);
  const count = Math.round(days / scale.days);
  return `${count} ${scale.word}${count === 1 ? "" : "s"}`;
}

function rangeInWords(least: number, most: number): string {
  const scale = scaleOf(most);
  const [from, to] = [Math.round(least / scale.days), Math.round(most / scale.days)];
  return scaleOf(least) === scale && from !== to
    ? `${from}–${to} ${scale.word}s`
    : from === to
      ? daysInWords(most)
      : `${daysInWords(least)} to ${daysInWords(most)}`;
}
