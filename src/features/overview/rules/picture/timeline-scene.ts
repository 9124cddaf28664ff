import { formatVagueDate } from "@/dates/format-vague-date";
import type { Timeline } from "../../schema";
import {
  type Heading,
  type Opposition,
  type Placed,
  type PlacedRow,
  placeRows,
  signOf,
  tellRow,
} from "../timeline-rows";
import { type Days, type Mark, middleOf, padded, type Tick, ticksOf } from "../timeline-scale";
import { cutToWidth } from "./fit-text";
import type { Scene, Shape } from "./scene";

const MARGIN = 24;
const HEAD = 52;
const AXIS = 26;
const ROW = 28;
const FOOT = 40;
/** The claims' column, and that of their marks. */
const LABELS = 320;
const TIME = 860;
/** The lag of a report at the end of the axis stands behind it. */
const BEHIND = 120;
const WIDTH = 2 * MARGIN + LABELS + TIME + BEHIND;
const LANES = { event: 10, report: 19 };

/** A timeline for print. `from` and `to` are the days asked for; else all that have something in them. */
export function timelineScene(title: string, timeline: Timeline, asked: Partial<Days>): Scene {
  const extent = timeline.extent ?? { from: "2000-01-01", to: "2000-12-31" };
  const days = padded({ from: asked.from ?? extent.from, to: asked.to ?? extent.to });
  const placed = placeRows(timeline, days);
  const top = MARGIN + HEAD + AXIS;
  const height = Math.max(1, placed.lines) * ROW;
  const told = tell(timeline, days);
  return {
    width: WIDTH,
    height: top + height + FOOT + MARGIN,
    title: `${title}: timeline`,
    description: told,
    shapes: [
      {
        shape: "text",
        x: MARGIN,
        y: MARGIN + 14,
        text: cutToWidth(title, WIDTH - 2 * MARGIN, 16),
        size: 16,
        weight: 600,
      },
      { shape: "text", x: MARGIN, y: MARGIN + 33, text: told, size: 12, fill: "ink-2" },
      { shape: "group", x: MARGIN + LABELS, y: top, shapes: axis(ticksOf(days), height) },
      { shape: "group", x: MARGIN, y: top, shapes: body(placed) },
      { shape: "group", x: MARGIN, y: top + height + FOOT - 10, shapes: legend() },
    ],
  };
}

function tell({ claims, items, nextCursor }: Timeline, { from, to }: Days): string {
  const part = nextCursor ? ` The first ${items.length} rows are drawn.` : "";
  const undated = claims.undated > 0 ? `, ${claims.undated} more without any` : "";
  const many = `${claims.shown} ${claims.shown === 1 ? "claim" : "claims"} with a date${undated}`;
  return `Events against reports, ${formatVagueDate(`${from}/${to}`)}: ${many}.${part}`;
}

const across = (at: number) => (at / 100) * TIME;

function axis(ticks: Tick[], height: number): Shape[] {
  const shown = ticks.filter(({ at }) => at >= 0 && at <= 100);
  return [
    ...shown.flatMap(({ at, label }): Shape[] => [
      { shape: "line", x1: across(at), x2: across(at), y1: 0, y2: height, stroke: "hairline" },
      { shape: "text", x: across(at) + 3, y: -8, text: label, size: 11, tabular: true, fill: "ink-3" },
    ]),
    { shape: "line", x1: -LABELS, x2: TIME + BEHIND, y1: 0, y2: 0, stroke: "rule" },
  ];
}

function body({ rows, headings, oppositions }: Placed): Shape[] {
  return [...headings.flatMap(heading), ...rows.map(row), ...oppositions.flatMap(opposition)];
}

function heading({ line, label }: Heading): Shape[] {
  const y = (line + 1) * ROW;
  return [
    { shape: "text", x: 0, y: y - 8, text: cutToWidth(label, LABELS + TIME, 12), size: 12, weight: 600, title: label },
    { shape: "line", x1: 0, x2: LABELS + TIME + BEHIND, y1: y, y2: y, stroke: "edge" },
  ];
}

function row({ row, line, event, report, lag }: PlacedRow): Shape {
  const number = `C-${row.number}${row.camp ? ` ${row.camp}` : ""}`;
  const shapes: Shape[] = [
    { shape: "text", x: 0, y: 18, text: number, size: 11, weight: 600, tabular: true },
    { shape: "text", x: 56, y: 18, text: cutToWidth(row.statement, LABELS - 68, 11), size: 11, fill: "ink-2" },
    { shape: "line", x1: 0, x2: LABELS + TIME + BEHIND, y1: ROW, y2: ROW, stroke: "hairline" },
  ];
  const marks: Shape[] = [];
  if (event && report && report.start > event.end) marks.push(lagLine(event.end, report.start));
  if (event) marks.push(...markShapes(event, "event"));
  if (report) marks.push(...markShapes(report, "report"));
  if (lag && report) {
    const fill = lag.early ? "caution" : "ink-3";
    marks.push({ shape: "text", x: across(report.end) + 9, y: LANES.report + 4, text: lag.words, size: 10, fill });
  }
  shapes.push({ shape: "group", x: LABELS, shapes: marks });
  return { shape: "group", y: line * ROW, title: tellRow(row, lag), shapes };
}

const lagLine = (from: number, to: number): Shape => ({
  shape: "line",
  x1: across(from),
  x2: across(to),
  y1: LANES.event,
  y2: LANES.report,
  stroke: "edge",
  strokeWidth: 1.25,
  dash: [1, 3],
});

const STEPS = 20;

/** As on the screen, full for events and hollow for reports; ends that are not known fade in steps. */
function markShapes(mark: Mark, kind: keyof typeof LANES): Shape[] {
  const y = LANES[kind];
  const paint =
    kind === "event"
      ? { fill: "ink-2" as const }
      : { fill: "paper" as const, stroke: "ink-2" as const, strokeWidth: 1.5 };
  if (mark.point) return [{ shape: "circle", cx: across(middleOf(mark)), cy: y, r: 4, ...paint }];
  const [start, end] = [across(mark.start), across(mark.end)];
  if (!mark.fadesStart && !mark.fadesEnd) {
    return [{ shape: "rect", x: start, y: y - 3, width: end - start, height: 6, radius: 3, ...paint }];
  }
  const width = (end - start) / STEPS;
  return Array.from({ length: STEPS }, (_, step): Shape => {
    const opacity = Math.min(mark.fadesStart ? (step + 1) / STEPS : 1, mark.fadesEnd ? (STEPS - step) / STEPS : 1);
    const height = kind === "event" ? 6 : 3;
    return { shape: "rect", x: start + step * width, y: y - height / 2, width, height, fill: "ink-2", opacity };
  });
}

function opposition({ from, to, apart }: Opposition): Shape[] {
  const y = (line: number) => line * ROW + LANES.event;
  const [x1, x2] = [LABELS + across(from.at), LABELS + across(to.at)];
  const { at, line } = signOf({ from, to });
  const [x, middle] = [LABELS + across(at), line * ROW + 1];
  const stroke = "contradicts";
  return [
    {
      shape: "line",
      x1,
      x2,
      y1: y(from.line) + 5,
      y2: y(to.line) - 5,
      stroke,
      strokeWidth: 1.5,
      dash: apart ? [4, 4] : undefined,
    },
    { shape: "circle", cx: x, cy: middle, r: 6.5, fill: "paper" },
    {
      shape: "group",
      x,
      y: middle,
      shapes: [{ shape: "path", d: "M-4-1.5h8M-4 1.5h8M2-4.5l-4 9", stroke, strokeWidth: 1.5 }],
    },
  ];
}

function legend(): Shape[] {
  const place = (x: number, shapes: Shape[], words: string): Shape => ({
    shape: "group",
    x,
    shapes: [...shapes, { shape: "text", x: 34, y: 0, text: words, size: 11, fill: "ink-3" }],
  });
  const bar = (fades: boolean): Mark => ({
    start: 0,
    end: (100 * 28) / TIME,
    point: false,
    fadesStart: fades,
    fadesEnd: fades,
  });
  const raised = (shapes: Shape[]): Shape => ({ shape: "group", y: -4 - LANES.event, shapes });
  return [
    place(0, [{ shape: "circle", cx: 22, cy: -4, r: 4, fill: "ink-2" }], "event"),
    place(90, [{ shape: "circle", cx: 22, cy: -4, r: 4, fill: "paper", stroke: "ink-2", strokeWidth: 1.5 }], "report"),
    place(190, [raised(markShapes(bar(false), "event"))], "known as a range"),
    place(350, [raised(markShapes(bar(true), "event"))], "about, or open at an end"),
    place(
      540,
      [{ shape: "line", x1: 0, x2: 28, y1: -4, y2: -4, stroke: "contradicts", strokeWidth: 1.5 }],
      "contradicts",
    ),
    place(
      670,
      [{ shape: "line", x1: 0, x2: 28, y1: -4, y2: -4, stroke: "contradicts", strokeWidth: 1.5, dash: [4, 4] }],
      "contradicts, of other days: an update?",
    ),
  ];
}
