import { scaleUtc } from "d3-scale";
import type { Span } from "../schema";
import { dayNumber, dayOf } from "./timeline-bins";

/** The days that are looked at, both included. */
export type Days = { from: string; to: string };

/** Where a span is drawn, in parts of a hundred of the width. */
export type Mark = {
  start: number;
  end: number;
  /** A single day, or so short that it looks like one. */
  point: boolean;
  /** Goes on beyond what is known, or is known only about: that end fades. */
  fadesStart: boolean;
  fadesEnd: boolean;
};

/** Narrower than its own dot. */
const POINT_WIDTH = 1.2;

/** Where a day begins; below 0 and above 100 outside of what is looked at. */
export function placeOf(day: string, { from, to }: Days): number {
  const start = dayNumber(from);
  return (100 * (dayNumber(day) - start)) / (dayNumber(to) + 1 - start);
}

/** The day at a place: the inverse, for a hand on the drawing. */
export function dayAt(place: number, { from, to }: Days): string {
  const start = dayNumber(from);
  const last = dayNumber(to);
  return dayOf(Math.max(start, Math.min(last, Math.floor(start + (place / 100) * (last + 1 - start)))));
}

/** Null for what lies outside of the days looked at. */
export function markOf(span: Span | null, days: Days): Mark | null {
  if (!span) return null;
  const start = span.min === null ? 0 : placeOf(span.min, days);
  const end = span.max === null ? 100 : placeOf(dayOf(dayNumber(span.max) + 1), days);
  if (end <= 0 || start >= 100) return null;
  const about = /[~%?]/.test(span.edtf);
  const [left, right] = [Math.max(0, start), Math.min(100, end)];
  return {
    start: left,
    end: right,
    point: span.min !== null && span.max !== null && right - left < POINT_WIDTH,
    fadesStart: span.min === null || about,
    fadesEnd: span.max === null || about,
  };
}

export const middleOf = ({ start, end }: Mark) => (start + end) / 2;

/** Some days of room at both ends, so that no mark is cut by the edge. */
export function padded({ from, to }: Days): Days {
  const room = Math.max(1, Math.ceil((dayNumber(to) - dayNumber(from)) * 0.02));
  return { from: dayOf(dayNumber(from) - room), to: dayOf(dayNumber(to) + room) };
}

export type Tick = { at: number; label: string };

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Round dates along the axis, worded as finely as they lie apart. */
export function ticksOf(days: Days, count = 7): Tick[] {
  const end = dayOf(dayNumber(days.to) + 1);
  const dates = scaleUtc([new Date(days.from), new Date(end)], [0, 100])
    .ticks(count)
    .filter((date) => date.getUTCHours() === 0);
  const fine = dates.some((date) => date.getUTCDate() !== 1);
  const months = fine || dates.some((date) => date.getUTCMonth() !== 0);
  return dates.map((date) => {
    const words = [fine ? date.getUTCDate() : "", months ? MONTHS[date.getUTCMonth()] : "", date.getUTCFullYear()];
    return { at: placeOf(date.toISOString().slice(0, 10), days), label: words.filter(Boolean).join(" ") };
  });
}
