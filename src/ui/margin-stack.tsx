"use client";

import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { layOutMargin } from "./margin-layout";

export type MarginCard = { id: string; anchor: number; card: ReactNode };

/**
 * Cards beside the places that they belong to, in reading order for the keyboard and screen readers. Each is measured
 * and moved so that none overlaps; where the column is a plain list (narrow screens) they simply follow each other.
 */
export function MarginStack({ cards, focused, label }: { cards: MarginCard[]; focused: string | null; label: string }) {
  const list = useRef<HTMLOListElement>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const next = new Map<string, number>();
      for (const child of element.children) {
        if (child instanceof HTMLElement && child.dataset.card) next.set(child.dataset.card, child.offsetHeight);
      }
      setHeights((before) => (sameHeights(before, next) ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  });
  const items = cards.map(({ id, anchor }) => ({ id, anchor, height: heights.get(id) ?? 96 }));
  const tops = layOutMargin(items, focused);
  const end = Math.max(0, ...items.map(({ id, height }) => (tops.get(id) ?? 0) + height));
  return (
    <ol ref={list} aria-label={label} className="relative" style={{ minHeight: end }}>
      {cards.map(({ id, card }) => (
        <li
          key={id}
          data-card={id}
          className="absolute inset-x-0 transition-[top] duration-120 motion-reduce:transition-none"
          style={{ top: tops.get(id) ?? 0, opacity: heights.has(id) ? undefined : 0 }}
        >
          {card}
        </li>
      ))}
    </ol>
  );
}

const sameHeights = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
  a.size === b.size && [...a].every(([id, height]) => b.get(id) === height);
