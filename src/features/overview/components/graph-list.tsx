"use client";

import { useEffect, useRef, useState } from "react";
import { cn } from "@/ui/class-names";
import { SourceText } from "@/ui/source-text";
import { countOf, tellNode } from "../rules/graph-words";
import type { Drawn } from "./use-graph";

type GraphListProps = {
  drawn: Drawn;
  /** Which points, in order. */
  shown: number[];
  selected: number | null;
  onSelect: (at: number) => void;
};

const ROW = 40;
/** Rows beyond the edges of what is in sight, so that scrolling and tabbing find them there. */
const SPARE = 8;

/** The drawing as a list. Thousands of rows: only those in sight are there, and each says which of how many it is. */
export function GraphList({ drawn, shown, selected, onSelect }: GraphListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [rows, setRows] = useState(20);
  const place = selected === null ? -1 : shown.indexOf(selected);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const sizes = new ResizeObserver(() => setRows(Math.ceil(element.clientHeight / ROW)));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  useEffect(() => {
    const element = frame.current;
    if (!element || place < 0) return;
    const top = place * ROW;
    if (top < element.scrollTop || top + ROW > element.scrollTop + element.clientHeight) {
      element.scrollTop = top - element.clientHeight / 2 + ROW / 2;
    }
  }, [place]);

  const from = Math.max(0, first - SPARE);
  return (
    // Focusable, so that it scrolls by keys even while no row in it has the focus.
    <section
      ref={frame}
      aria-label="The same as a list"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling regions are reached by keyboard
      tabIndex={0}
      onScroll={(event) => setFirst(Math.floor(event.currentTarget.scrollTop / ROW))}
      className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
    >
      <ul className="relative" style={{ height: shown.length * ROW }}>
        {shown.slice(from, first + rows + SPARE).map((at, index) => {
          const node = drawn.graph.nodes[at];
          if (!node) return null;
          return (
            <li
              key={node.key}
              aria-posinset={from + index + 1}
              aria-setsize={shown.length}
              className="absolute inset-x-0 border-hairline border-b"
              style={{ top: (from + index) * ROW, height: ROW }}
            >
              <button
                type="button"
                aria-pressed={at === selected}
                onClick={() => onSelect(at)}
                className={cn(
                  "flex size-full items-center gap-2 px-3 text-start text-sm hover:bg-desk focus-visible:-outline-offset-2",
                  at === selected && "bg-accent-wash hover:bg-accent-wash",
                )}
              >
                <span className={cn("shrink-0", node.kind === "claim" ? "font-mono text-xs" : "max-w-48 truncate")}>
                  <SourceText>{node.label}</SourceText>
                </span>
                <span className="min-w-0 flex-1 truncate text-ink-3">
                  <SourceText>{node.text || tellNode(drawn.graph.of, node)}</SourceText>
                </span>
                <span className="shrink-0 font-mono text-ink-3 text-xs">
                  <span aria-hidden="true">{drawn.edgesOf[at]?.length ?? 0}</span>
                  <span className="sr-only">, {countOf(drawn.edgesOf[at]?.length ?? 0, "line")}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
