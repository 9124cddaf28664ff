import { formatVagueDate } from "@/dates/format-vague-date";
import type { Timeline, TimelineRow } from "../schema";
import { type Lag, lagOf } from "./timeline-lag";
import { type Days, type Mark, markOf, middleOf } from "./timeline-scale";

export type PlacedRow = {
  row: TimelineRow;
  /** From the top, in rows: headings take one, too. */
  line: number;
  event: Mark | null;
  report: Mark | null;
  lag: Lag | null;
};

export type Heading = { line: number; key: string; label: string };

/** From one claim's mark to that of a claim which contradicts it. */
export type Opposition = {
  a: number;
  b: number;
  from: { line: number; at: number };
  to: { line: number; at: number };
  /** Their events cannot have been on the same day: perhaps one updates the other. */
  apart: boolean;
};

export type Placed = { rows: PlacedRow[]; headings: Heading[]; oppositions: Opposition[]; lines: number };

/** Rows under the heading of what they belong to, their marks, and what contradicts what among them. */
export function placeRows({ items, contradictions }: Pick<Timeline, "items" | "contradictions">, days: Days): Placed {
  const rows: PlacedRow[] = [];
  const headings: Heading[] = [];
  let line = 0;
  for (const [index, row] of items.entries()) {
    if (row.group && row.group.key !== items[index - 1]?.group?.key) headings.push({ line: line++, ...row.group });
    const { event, report } = row;
    rows.push({ row, line, event: markOf(event, days), report: markOf(report, days), lag: lagOf(event, report) });
    line += 1;
  }
  const byNumber = new Map(rows.map((each) => [each.row.number, each]));
  const oppositions = contradictions.flatMap(({ a, b }) => {
    const [one, other] = [byNumber.get(a), byNumber.get(b)];
    return one && other ? opposition(one, other) : [];
  });
  return { rows, headings, oppositions, lines: line };
}

function opposition(one: PlacedRow, other: PlacedRow): Opposition[] {
  const [upper, lower] = one.line < other.line ? [one, other] : [other, one];
  const [from, to] = anchorsOf(upper, lower);
  if (from === null || to === null) return [];
  return [
    {
      a: upper.row.number,
      b: lower.row.number,
      from: { line: upper.line, at: from },
      to: { line: lower.line, at: to },
      apart: areApart(upper.row, lower.row),
    },
  ];
}

/** Straight down through days that both may mean, else from middle to middle. */
function anchorsOf(upper: PlacedRow, lower: PlacedRow): [number | null, number | null] {
  const [a, b] = [upper.event ?? upper.report, lower.event ?? lower.report];
  if (!a || !b) return [null, null];
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
  return start < end ? [(start + end) / 2, (start + end) / 2] : [middleOf(a), middleOf(b)];
}

/** Where the sign of a contradiction stands: halfway, on the border of two rows, where it covers no mark. */
export function signOf({ from, to }: Pick<Opposition, "from" | "to">): { line: number; at: number } {
  const line = from.line + Math.ceil((to.line - from.line) / 2);
  const share = (line - from.line) / (to.line - from.line);
  return { line, at: from.at + (to.at - from.at) * share };
}

function areApart({ event: a }: TimelineRow, { event: b }: TimelineRow): boolean {
  if (!a || !b) return false;
  return (a.max !== null && b.min !== null && a.max < b.min) || (b.max !== null && a.min !== null && b.max < a.min);
}

/** A row in words, for those who hear it. */
export function tellRow({ number, outlet, statement, event, report }: TimelineRow, lag: Lag | null): string {
  const parts = [
    `C-${number}${outlet ? `, ${outlet.name}` : ""}: ${statement}`,
    event ? `event ${formatVagueDate(event.edtf)}` : "event not dated",
    report ? `reported ${formatVagueDate(report.edtf)}` : "report not dated",
  ];
  if (lag) parts.push(lag.words);
  return parts.join("; ");
}
