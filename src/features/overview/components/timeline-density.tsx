import { dayNumber, dayOf } from "../rules/timeline-bins";
import { type Days, placeOf } from "../rules/timeline-scale";
import type { TimelineBin } from "../schema";

/** Events above the line, reports below it. */
export function DensityBars({ bins, extent }: { bins: TimelineBin[]; extent: Days }) {
  const most = Math.max(1, ...bins.flatMap(({ events, reports }) => [events, reports]));
  const events = bins.reduce((sum, bin) => sum + bin.events, 0);
  const reports = bins.reduce((sum, bin) => sum + bin.reports, 0);
  return (
    <svg
      role="img"
      aria-label={`Density: ${events} events and ${reports} reports`}
      className="absolute inset-0 size-full"
    >
      {bins.map((bin) => {
        const start = placeOf(bin.from, extent);
        const width = Math.max(0.25, placeOf(dayOf(dayNumber(bin.to) + 1), extent) - start);
        // A root keeps the few beside the many in sight.
        const height = (count: number) => (count === 0 ? 0 : Math.max(4, 46 * Math.sqrt(count / most)));
        return (
          <g key={bin.from}>
            <title>{`${bin.from} to ${bin.to}: ${bin.events} events, ${bin.reports} reports`}</title>
            <rect
              x={`${start}%`}
              width={`${width}%`}
              y={`${50 - height(bin.events)}%`}
              height={`${height(bin.events)}%`}
              fill="var(--ink-2)"
            />
            <rect
              x={`${start}%`}
              width={`${width}%`}
              y="50%"
              height={`${height(bin.reports)}%`}
              fill="var(--paper)"
              stroke="var(--ink-2)"
            />
          </g>
        );
      })}
      <line x1="0" x2="100%" y1="50%" y2="50%" stroke="var(--edge)" />
    </svg>
  );
}
