import Link from "next/link";
import { cn } from "@/ui/class-names";
import { SourceText } from "@/ui/source-text";
import { type Opposition, type Placed, type PlacedRow, signOf, tellRow } from "../rules/timeline-rows";
import type { Tick } from "../rules/timeline-scale";
import { LANES, MarkShape } from "./timeline-mark";

type TimelineChartProps = {
  placed: Placed;
  ticks: Tick[];
  /** The case's own address. */
  base: string;
  /** Where a group's page is: a conflict's or an outlet's. */
  groupHref: (key: string) => string;
};

const ROW = 32;

/** One row for each claim: its event ● and its report ○ in time, and lines between those that contradict each other. */
export function TimelineChart({ placed, ticks, base, groupHref }: TimelineChartProps) {
  const { rows, headings, oppositions, lines } = placed;
  const lineStyle = (line: number) => ({ top: line * ROW, height: ROW });
  return (
    <section aria-label="Timeline" className="[--label:clamp(6.5rem,30%,24rem)]">
      <Axis ticks={ticks} />
      <div className="relative" style={{ height: lines * ROW }}>
        <svg aria-hidden="true" className="absolute end-0 h-full w-[calc(100%-var(--label))]">
          {ticks.map(({ at, label }) => (
            <line key={label} x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" stroke="var(--hairline)" />
          ))}
        </svg>
        {headings.map(({ line, key, label }) => (
          <h2
            key={`${key} ${line}`}
            style={lineStyle(line)}
            className="absolute inset-x-0 flex items-end border-rule border-b pb-1 font-semibold text-sm"
          >
            <Link href={groupHref(key)} className="truncate hover:underline">
              <SourceText>{label}</SourceText>
            </Link>
          </h2>
        ))}
        <ol>
          {rows.map((each) => (
            <li key={each.row.id} style={lineStyle(each.line)} className="absolute inset-x-0">
              <Row {...each} base={base} />
            </li>
          ))}
        </ol>
        <svg
          aria-hidden="true"
          className="pointer-events-none absolute end-0 top-0 h-full w-[calc(100%-var(--label))] overflow-visible"
        >
          {oppositions.map((each) => (
            <OppositionLine key={`${each.a} ${each.b}`} {...each} />
          ))}
        </svg>
      </div>
    </section>
  );
}

function Axis({ ticks }: { ticks: Tick[] }) {
  return (
    <div aria-hidden="true" className="sticky top-(--shell-top) z-10 h-7 border-rule border-b bg-paper">
      <div className="relative ms-auto h-full w-[calc(100%-var(--label))] overflow-hidden">
        {ticks
          .filter(({ at }) => at < 92)
          .map(({ at, label }, index) => (
            <span
              key={label}
              style={{ insetInlineStart: `${at}%` }}
              className={cn(
                "absolute top-1.5 whitespace-nowrap ps-1 text-ink-3 text-xs tabular-nums",
                index % 2 === 1 && "max-md:hidden",
              )}
            >
              {label}
            </span>
          ))}
      </div>
    </div>
  );
}

function Row({ row, event, report, lag, base }: PlacedRow & { base: string }) {
  const label = tellRow(row, lag);
  return (
    <Link
      href={`${base}/claims/${row.number}`}
      data-walk
      aria-label={label}
      title={label}
      className="group/row flex h-full items-center border-hairline border-b hover:bg-desk focus-visible:-outline-offset-2"
    >
      <span className="flex w-(--label) min-w-0 shrink-0 items-center gap-2 pe-2 text-sm">
        <span className="shrink-0 font-mono text-xs">C-{row.number}</span>
        {row.camp ? <span className="shrink-0 font-semibold text-xs">{row.camp}</span> : null}
        <span className="min-w-0 truncate text-ink-2">
          <SourceText clip>{row.statement}</SourceText>
        </span>
      </span>
      <span className="relative h-full min-w-0 flex-1">
        <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible">
          {event && report ? <LagLine event={event} report={report} early={lag?.early ?? false} /> : null}
          {event ? <MarkShape mark={event} kind="event" /> : null}
          {report ? <MarkShape mark={report} kind="report" /> : null}
        </svg>
        {lag && report ? <LagWords {...lag} start={report.start} end={report.end} /> : null}
      </span>
    </Link>
  );
}

type Ends = { event: NonNullable<PlacedRow["event"]>; report: NonNullable<PlacedRow["report"]>; early: boolean };

function LagLine({ event, report, early }: Ends) {
  const [from, to] = early ? [report.end, event.start] : [event.end, report.start];
  if (to <= from) return null;
  return (
    <line
      x1={`${from}%`}
      x2={`${to}%`}
      y1={early ? LANES.report : LANES.event}
      y2={early ? LANES.event : LANES.report}
      stroke={early ? "var(--caution)" : "var(--edge)"}
      strokeDasharray="1 3"
      strokeWidth="1.5"
    />
  );
}

/** Beside the report, on the side where there is room. */
function LagWords({ words, early, start, end }: { words: string; early: boolean; start: number; end: number }) {
  return (
    <span
      style={
        end > 80 ? { insetInlineEnd: `calc(${100 - start}% + 10px)` } : { insetInlineStart: `calc(${end}% + 10px)` }
      }
      className={cn(
        "absolute top-[15px] whitespace-nowrap bg-paper px-0.5 text-xs leading-3 tabular-nums group-hover/row:bg-desk max-md:hidden",
        early ? "text-caution" : "text-ink-3",
      )}
    >
      {words}
    </span>
  );
}

function OppositionLine({ from, to, apart }: Opposition) {
  const y = (line: number) => line * ROW + LANES.event;
  const sign = signOf({ from, to });
  return (
    <g stroke="var(--contradicts)" strokeWidth="1.75" fill="none">
      <line
        x1={`${from.at}%`}
        x2={`${to.at}%`}
        y1={y(from.line) + 6}
        y2={y(to.line) - 6}
        strokeDasharray={apart ? "4 4" : undefined}
      />
      <svg x={`${sign.at}%`} y={sign.line * ROW + 1} className="overflow-visible" aria-hidden="true">
        <circle r="6.5" fill="var(--paper)" stroke="none" />
        <path d="M-4-1.5h8M-4 1.5h8M2-4.5l-4 9" strokeLinecap="round" />
      </svg>
    </g>
  );
}
