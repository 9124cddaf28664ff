"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type PointerEvent, useRef, useState, useTransition } from "react";
import { formatVagueDate } from "@/dates/format-vague-date";
import { dayNumber, dayOf } from "../rules/timeline-bins";
import { type Days, dayAt, placeOf } from "../rules/timeline-scale";
import type { TimelineBin } from "../schema";
import { DensityBars } from "./timeline-density";

type TimelineBrushProps = {
  bins: TimelineBin[];
  /** All days of the case. */
  extent: Days;
  /** The days looked at; null where that is all of them. */
  chosen: Days | null;
  /** The address without days, as `?by=outlet`. */
  address: string;
};

/** How many events and reports lie where, and a hand to choose the days by: drag, or move either end with the arrow keys. */
export function TimelineBrush({ bins, extent, chosen, address }: TimelineBrushProps) {
  const router = useRouter();
  const room = useRef<HTMLDivElement>(null);
  const [pending, startTransition] = useTransition();
  const [dragged, setDragged] = useState<{ start: number; at: number } | null>(null);
  const [moved, setMoved] = useState<Days | null>(null);
  const days = dragged ? daysBetween(dragged.start, dragged.at, extent) : (moved ?? chosen ?? extent);
  const choose = (next: Days) => {
    const params = new URLSearchParams(address);
    params.set("from", next.from);
    params.set("to", next.to);
    setMoved(next);
    startTransition(() => {
      router.replace(`?${params}`, { scroll: false });
      setMoved(null);
    });
  };

  const placeAt = ({ clientX }: PointerEvent) => {
    const box = room.current?.getBoundingClientRect();
    return box ? Math.max(0, Math.min(100, (100 * (clientX - box.left)) / box.width)) : 0;
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged({ start: placeAt(event), at: placeAt(event) });
  };
  const end = () => {
    if (dragged && Math.abs(dragged.at - dragged.start) > 0.5) choose(days);
    setDragged(null);
  };

  return (
    <div aria-busy={pending} className="ms-auto w-full md:w-[calc(100%-clamp(6.5rem,30%,24rem))]">
      <div
        ref={room}
        onPointerDown={begin}
        onPointerMove={(event) => setDragged((drag) => drag && { ...drag, at: placeAt(event) })}
        onPointerUp={end}
        onPointerCancel={() => setDragged(null)}
        className="relative h-20 cursor-crosshair touch-pan-y select-none border-hairline border-b"
      >
        <DensityBars bins={bins} extent={extent} />
        <Veil from={0} to={placeOf(days.from, extent)} />
        <Veil from={placeOf(dayOf(dayNumber(days.to) + 1), extent)} to={100} />
        <Handle name="First day" side="from" days={days} extent={extent} onMove={choose} />
        <Handle name="Last day" side="to" days={days} extent={extent} onMove={choose} />
      </div>
    </div>
  );
}

function daysBetween(a: number, b: number, extent: Days): Days {
  return { from: dayAt(Math.min(a, b), extent), to: dayAt(Math.max(a, b), extent) };
}

function Veil({ from, to }: { from: number; to: number }) {
  if (to <= from) return null;
  return (
    <div
      aria-hidden="true"
      style={{ insetInlineStart: `${from}%`, width: `${to - from}%` }}
      className="pointer-events-none absolute inset-y-0 bg-desk opacity-80"
    />
  );
}

type HandleProps = {
  name: string;
  side: "from" | "to";
  days: Days;
  extent: Days;
  onMove: (days: Days) => void;
};

/** One end of the days looked at. A key moves it by a hundredth of the whole, Page up and down by a tenth. */
function Handle({ name, side, days, extent, onMove }: HandleProps) {
  const first = dayNumber(extent.from);
  const last = dayNumber(extent.to);
  const now = dayNumber(days[side]);
  const step = Math.max(1, Math.round((last - first) / 100));
  const by: Record<string, number> = {
    ArrowLeft: -step,
    ArrowDown: -step,
    ArrowRight: step,
    ArrowUp: step,
    PageDown: -10 * step,
    PageUp: 10 * step,
    Home: first - now,
    End: last - now,
  };
  const [least, most] = side === "from" ? [first, dayNumber(days.to)] : [dayNumber(days.from), last];
  const move = (event: KeyboardEvent) => {
    const change = by[event.key];
    if (change === undefined) return;
    event.preventDefault();
    onMove({ ...days, [side]: dayOf(Math.max(least, Math.min(most, now + change))) });
  };
  const at = placeOf(side === "from" ? days.from : dayOf(now + 1), extent);
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={now}
      aria-valuetext={formatVagueDate(days[side])}
      onKeyDown={move}
      style={{ insetInlineStart: `${Math.max(0, Math.min(100, at))}%` }}
      className="absolute inset-y-0 -ms-1 w-2 rounded-sm bg-accent/0 after:absolute after:inset-y-0 after:start-[3px] after:w-0.5 after:bg-accent"
    />
  );
}
