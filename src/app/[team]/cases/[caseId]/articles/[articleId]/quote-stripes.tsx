"use client";

import { useMemo, useRef } from "react";
import { assignLanes, type NamedSpan } from "@/anchoring/overlap";
import { cn } from "@/ui/class-names";
import { useNearby } from "@/ui/use-nearby";
import type { Place } from "./use-places";

type QuoteStripesProps = { spans: NamedSpan[]; places: ReadonlyMap<string, Place>; focused: string | null };

const LANES = 4;

/** So many are all drawn; of more, those near the window. */
const ALL_AT_ONCE = 300;

/** One stripe a quote beside the text, so that overlapping quotes can be told apart. The list of claims says the same. */
export function QuoteStripes({ spans, places, focused }: QuoteStripesProps) {
  const own = useRef<HTMLDivElement>(null);
  const lanes = useMemo(() => assignLanes(spans), [spans]);
  const all = spans.length <= ALL_AT_ONCE;
  const near = useNearby(own, all);
  return (
    <div ref={own} aria-hidden="true" className="pointer-events-none absolute inset-y-0 start-0 w-5">
      {spans.map(({ id }) => {
        const place = places.get(id);
        if (!place || !(all || (place.bottom >= near.top && place.top <= near.bottom))) return null;
        const lane = Math.min(lanes.get(id) ?? 0, LANES - 1);
        return (
          <span
            key={id}
            className={cn("absolute w-0.75 rounded-full", id === focused ? "bg-accent" : "bg-quote-line")}
            style={{ top: place.top, height: Math.max(4, place.bottom - place.top), insetInlineEnd: lane * 5 }}
          />
        );
      })}
    </div>
  );
}
