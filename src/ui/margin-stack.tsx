"use client";

import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { layOutMargin } from "./margin-layout";
import { useNearby } from "./use-nearby";

export type MarginCard = { id: string; anchor: number; render: () => ReactNode };

/** As many are all there, for whoever lists or searches them. Of more, only those near the window are. */
const ALL_AT_ONCE = 150;

/** As tall as a card is taken to be until it is measured: two lines of statement. */
const USUAL_HEIGHT = 78;

/**
 * Cards beside the places that they belong to, in reading order for the keyboard and screen readers. Each is measured
 * and moved so that none overlaps.
 */
export function MarginStack({ cards, focused, label }: { cards: MarginCard[]; focused: string | null; label: string }) {
  const list = useRef<HTMLOListElement>(null);
  const { heights, measure } = useHeights();
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    // What gains or loses the focus unfolds or folds: it is measured before it is seen.
    if (list.current) measure(list.current, [focused, last.current]);
    last.current = focused;
  });
  const all = cards.length <= ALL_AT_ONCE;
  const near = useNearby(list, all);
  const items = cards.map(({ id, anchor }) => ({ id, anchor, height: heights.get(id) ?? USUAL_HEIGHT }));
  const tops = layOutMargin(items, focused);
  const end = items.reduce((lowest, { id, height }) => Math.max(lowest, (tops.get(id) ?? 0) + height), 0);
  const isThere = (id: string) => {
    const top = tops.get(id) ?? 0;
    return all || id === focused || (top >= near.top && top <= near.bottom);
  };
  return (
    <ol ref={list} aria-label={label} className="relative" style={{ minHeight: end }}>
      {cards.map(({ id, render }, index) =>
        isThere(id) ? (
          <li
            key={id}
            data-card={id}
            aria-setsize={all ? undefined : cards.length}
            aria-posinset={all ? undefined : index + 1}
            className="absolute inset-x-0 transition-[top] duration-120 motion-reduce:transition-none"
            style={{ top: tops.get(id) ?? 0, opacity: heights.has(id) ? undefined : 0 }}
          >
            {render()}
          </li>
        ) : null,
      )}
    </ol>
  );
}

/** How tall the cards are: measured when they come, and whenever they become another size; never all of them again. */
function useHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const observed = useRef<{ observer: ResizeObserver; cards: WeakSet<Element> } | null>(null);
  const note = useCallback((cards: Iterable<HTMLElement>) => {
    const found = Array.from(cards, (card) => [card.dataset.card ?? "", card.offsetHeight] as const);
    setHeights((before) => {
      const changed = found.filter(([id, height]) => id !== "" && before.get(id) !== height);
      return changed.length === 0 ? before : new Map([...before, ...changed]);
    });
  }, []);
  useEffect(() => () => observed.current?.observer.disconnect(), []);
  const measure = (list: HTMLElement, unfolding: readonly (string | null)[]) => {
    observed.current ??= {
      observer: new ResizeObserver((entries) => note(entries.map(({ target }) => target as HTMLElement))),
      cards: new WeakSet(),
    };
    const { observer, cards } = observed.current;
    const own = [...list.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
    const fresh = own.filter((card) => !cards.has(card));
    for (const card of fresh) {
      cards.add(card);
      observer.observe(card);
    }
    const asked = own.filter(({ dataset }) => unfolding.includes(dataset.card ?? ""));
    if (fresh.length + asked.length > 0) note([...fresh, ...asked]);
  };
  return { heights, measure };
}
