import { formatVagueDate } from "@/dates/format-vague-date";
import { ClaimNumber } from "@/ui/claim-number";
import { cn } from "@/ui/class-names";
import { Disclosure } from "@/ui/disclosure";
import { SourceText } from "@/ui/source-text";
import { placeInTime, type Span, type Timeline, type TimelineRow } from "../rules/place-in-time";
import type { Camp } from "../schema";

/** When what the claims tell of was, and when they were said, a claim a line. The list says the same in words. */
export function ConflictTimeline({ camps }: { camps: Camp[] }) {
  const timeline = placeInTime(camps);
  if (!timeline) return null;
  return (
    <section aria-labelledby="timeline">
      <header className="mb-2 flex flex-wrap items-baseline gap-x-4 border-rule border-b pb-1">
        <h2 id="timeline" className="font-semibold text-base">
          When
        </h2>
        <p className="text-ink-3 text-sm" aria-hidden="true">
          <span className="text-ink">●</span> it happened <span className="ps-2 text-ink">○</span> it was reported
          <span className="ps-2">a bar: some time in it</span>
        </p>
      </header>
      <Picture timeline={timeline} />
      <Disclosure summary="As a list">
        <ul className="flex flex-col gap-1 text-sm">
          {timeline.rows.map((row) => (
            <li key={row.number}>
              <ClaimNumber number={row.number} href={`#C-${row.number}`} /> (camp {row.camp}){" "}
              <SourceText>{row.statement}</SourceText>
              <span className="text-ink-3"> {inWords(row)}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}

const inWords = ({ event, report }: TimelineRow) =>
  [
    event ? `happened ${formatVagueDate(event.edtf)}` : "happened: no date",
    report ? `reported ${formatVagueDate(report.edtf)}` : "reported: no date",
  ].join(", ");

/** Time runs from left to right in every script here, as it does in the tables of dates. */
function Picture({ timeline: { rows, ticks } }: { timeline: Timeline }) {
  return (
    <div aria-hidden="true" dir="ltr" className="max-h-80 overflow-y-auto">
      {rows.map((row, index) => (
        <div
          key={row.number}
          className={cn("flex h-6 items-center", row.camp !== rows[index - 1]?.camp && index > 0 && "mt-1.5")}
        >
          <span className="w-18 shrink-0 font-mono text-ink-2 text-xs">
            <span className="inline-block w-5 font-semibold font-serif text-ink">{row.camp}</span>C-{row.number}
          </span>
          <span className="relative h-full min-w-0 flex-1 border-hairline border-b">
            <Mark span={row.event} what="event" />
            <Mark span={row.report} what="report" />
          </span>
        </div>
      ))}
      <div className="flex h-5">
        <span className="w-18 shrink-0" />
        <span className="relative min-w-0 flex-1 overflow-hidden text-ink-3 text-xs tabular-nums">
          {ticks.map(({ at, day }, index) => (
            <span
              key={day}
              className={cn(
                "absolute whitespace-nowrap",
                index % 2 === 1 && ticks.length > 2 && "max-sm:hidden",
                edge(index, ticks.length, at),
              )}
              style={{ left: `${at}%` }}
            >
              {formatVagueDate(day.replace(ticks.length > 2 ? /-01$/ : /$^/, ""))}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}

/** Words at the end of the line stand before their tick, so that they are not cut. */
const edge = (index: number, ticks: number, at: number) =>
  index === ticks - 1 && at > 92 ? "-translate-x-full" : at > 8 ? "-translate-x-1/2" : "";

/** Narrower than this, in percent, a bar is a dot. */
const DOT = 1.2;

function Mark({ span, what }: { span: Span | null; what: "event" | "report" }) {
  if (!span) return null;
  const { from, to, openStart, openEnd } = span;
  const title = `${what === "event" ? "happened" : "reported"} ${formatVagueDate(span.edtf)}`;
  // One above the other: what is reported the same day must not hide the event.
  const height = what === "event" ? "top-[30%]" : "top-[70%]";
  const filled = what === "event" ? "bg-ink border-ink" : "bg-paper border-ink";
  if (to - from < DOT) {
    return (
      <span
        title={title}
        className={cn("-translate-x-1/2 -translate-y-1/2 absolute size-2.5 rounded-full border-2", height, filled)}
        style={{ left: `${(from + to) / 2}%` }}
      />
    );
  }
  return (
    <span
      title={title}
      className={cn(
        "-translate-y-1/2 absolute h-2 border-2",
        height,
        !openStart && "rounded-l-sm",
        !openEnd && "rounded-r-sm",
        openStart && "border-l-0",
        openEnd && "border-r-0",
        filled,
      )}
      style={{ left: `${from}%`, width: `${to - from}%` }}
    />
  );
}
