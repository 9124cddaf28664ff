import { type Mark, middleOf } from "../rules/timeline-scale";

type Kind = "event" | "report";

/** Where in a row each is drawn: one under the other, so that neither hides the other on a common day. */
export const LANES: Record<Kind, number> = { event: 11, report: 21 };

/** A full dot or bar for an event, a hollow one for a report; ends that are not known fade. */
export function MarkShape({ mark, kind }: { mark: Mark; kind: Kind }) {
  if (mark.point) return <Dot at={middleOf(mark)} kind={kind} />;
  const { start, end, fadesStart, fadesEnd } = mark;
  const fade = fadesStart && fadesEnd ? "both" : fadesStart ? "start" : fadesEnd ? "end" : null;
  const box = { x: `${start}%`, width: `${end - start}%`, rx: fade ? 0 : 4 };
  const paint = fade ? `url(#fade-${fade})` : "var(--ink-2)";
  return kind === "event" ? (
    <rect {...box} y={LANES.event - 4} height="8" fill={paint} />
  ) : (
    <rect {...box} y={LANES.report - 3} height="6" fill="var(--paper)" stroke={paint} strokeWidth="1.5" />
  );
}

function Dot({ at, kind }: { at: number; kind: Kind }) {
  const fill = kind === "event" ? "var(--ink-2)" : "var(--paper)";
  return <circle cx={`${at}%`} cy={LANES[kind]} r="4" fill={fill} stroke="var(--ink-2)" strokeWidth="1.5" />;
}

/** The gradients that ends fade by; once a page. */
function FadeDefs() {
  const stops = { start: [0, 0.85, 1], end: [1, 0.85, 0], both: [0, 1, 0] };
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        {Object.entries(stops).map(([name, [from, middle, to]]) => (
          <linearGradient key={name} id={`fade-${name}`}>
            <stop offset="0" stopColor="var(--ink-2)" stopOpacity={from} />
            <stop offset="0.5" stopColor="var(--ink-2)" stopOpacity={middle} />
            <stop offset="1" stopColor="var(--ink-2)" stopOpacity={to} />
          </linearGradient>
        ))}
      </defs>
    </svg>
  );
}

/** What the marks mean. It brings what they are drawn with, so it stands wherever they do. */
export function TimelineKey() {
  return (
    <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-3 text-xs">
      <FadeDefs />
      {(
        [
          ["event", "event", { start: 45, end: 55, point: true, fadesStart: false, fadesEnd: false }],
          ["report", "report", { start: 45, end: 55, point: true, fadesStart: false, fadesEnd: false }],
          ["event", "known as a range", { start: 5, end: 95, point: false, fadesStart: false, fadesEnd: false }],
          ["event", "about, or open at an end", { start: 5, end: 95, point: false, fadesStart: true, fadesEnd: true }],
        ] as const
      ).map(([kind, words, mark]) => (
        <li key={words} className="flex items-center gap-1.5">
          <svg aria-hidden="true" className="h-8 w-8">
            <g transform={`translate(0 ${16 - LANES[kind]})`}>
              <MarkShape mark={mark} kind={kind} />
            </g>
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
