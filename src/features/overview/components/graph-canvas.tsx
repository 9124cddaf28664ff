"use client";

import { Minus, Plus, Scan } from "lucide-react";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { IconButton } from "@/ui/icon-button";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { type Direction, walk } from "../rules/graph-walk";
import { GraphCard } from "./graph-card";
import type { Emphasis } from "./graph-frame";
import { GraphView, type Spot } from "./graph-view";
import type { Drawn } from "./use-graph";

export type GraphCanvasHandle = { centre: (at: number) => void };

type GraphCanvasProps = {
  drawn: Drawn;
  emphasis: Omit<Emphasis, "hovered">;
  /** Names the drawing: "Graph of 40 claims". */
  label: string;
  describedBy: string;
  onSelect: (at: number | null) => void;
  onOpen: (at: number) => void;
  handle: Ref<GraphCanvasHandle>;
};

const ARROWS: [string, Direction][] = [
  ["arrowright", "right"],
  ["arrowleft", "left"],
  ["arrowup", "up"],
  ["arrowdown", "down"],
];

/** The drawing: drag and wheel move it, arrow keys walk in it. What it shows stands in the list beside it, too. */
export function GraphCanvas({ drawn, emphasis, label, describedBy, onSelect, onOpen, handle }: GraphCanvasProps) {
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<GraphView>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const [card, setCard] = useState<Spot | null>(null);
  const { selected } = emphasis;
  const live = useRef({ emphasis: { ...emphasis, hovered }, onSelect, onOpen });

  useEffect(() => {
    live.current = { emphasis: { ...emphasis, hovered }, onSelect, onOpen };
    view.current?.emphasise(live.current.emphasis, hovered ?? (focused ? selected : null));
  });
  useEffect(() => {
    if (!canvas.current) return;
    const made = new GraphView(canvas.current, drawn, live.current.emphasis, {
      onHover: setHovered,
      onSelect: (at) => live.current.onSelect(at),
      onOpen: (at) => live.current.onOpen(at),
      onCard: (spot) => setCard((before) => (sameSpot(before, spot) ? before : spot)),
    });
    view.current = made;
    return () => {
      made.end();
      view.current = null;
    };
  }, [drawn]);
  useEffect(() => {
    if (selected !== null) view.current?.reveal(selected, false);
  }, [selected]);
  useImperativeHandle(handle, () => ({ centre: (at) => view.current?.reveal(at, true) }), []);

  const step = (direction: Direction) => {
    if (selected === null) return onSelect(view.current?.middle() ?? null);
    const edges = (drawn.edgesOf[selected] ?? []).filter(({ kind }) => emphasis.kinds.has(kind));
    const neighbours = edges.map(({ a, b }) => (a === selected ? b : a));
    const next = walk(selected, direction, neighbours, drawn.layout);
    if (next !== null) onSelect(next);
  };
  useShortcuts(
    [
      ...ARROWS.map(([keys, direction], index) => ({
        keys,
        label: index === 0 ? "Walk to a neighbour" : `Walk ${direction}`,
        hidden: index > 0,
        run: () => step(direction),
      })),
      { keys: "enter", label: "Open", disabled: selected === null, run: () => selected !== null && onOpen(selected) },
    ],
    { within: room },
  );
  const closer = () => view.current?.zoomBy(1.4);
  useShortcuts([
    { keys: "+", label: "Closer", run: closer },
    { keys: "=", label: "Closer", hidden: true, run: closer },
    { keys: "-", label: "Farther", run: () => view.current?.zoomBy(1 / 1.4) },
    { keys: "0", label: "The whole", run: () => view.current?.showWhole() },
    { keys: "escape", label: "Nothing chosen", disabled: selected === null, run: () => onSelect(null) },
  ]);

  return (
    <div className="relative min-h-0 flex-1 overflow-hidden">
      {/* An application: its arrow keys mean something of their own, which a reader must hand on. */}
      <div
        ref={room}
        role="application"
        aria-label={label}
        aria-describedby={describedBy}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
        tabIndex={0}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        className="absolute inset-0 focus-visible:-outline-offset-2"
      >
        <canvas ref={canvas} className="absolute inset-0 size-full cursor-grab touch-none active:cursor-grabbing" />
        {card ? <GraphCard drawn={drawn} spot={card} /> : null}
      </div>
      <div className="absolute end-2 bottom-2 flex flex-col rounded-md border border-hairline bg-raised">
        <IconButton label="Closer" keys="+" icon={<Plus />} onClick={closer} />
        <IconButton label="Farther" keys="-" icon={<Minus />} onClick={() => view.current?.zoomBy(1 / 1.4)} />
        <IconButton label="Show the whole" keys="0" icon={<Scan />} onClick={() => view.current?.showWhole()} />
      </div>
    </div>
  );
}

const sameSpot = (a: Spot | null, b: Spot | null) => a?.at === b?.at && a?.x === b?.x && a?.y === b?.y;
