"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { rangesOf, readTextMap } from "@/anchoring/dom/text-map";
import type { NamedSpan } from "@/anchoring/overlap";

/** Where a quote stands on the page, in pixels from the top of the text. */
export type Place = { top: number; bottom: number };

/** Measures where the spans stand (the same array while they are the same); again when the text is laid out anew (width, fonts, zoom). */
export function usePlaces(
  root: RefObject<HTMLElement | null>,
  spans: readonly NamedSpan[],
): ReadonlyMap<string, Place> {
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(new Map());
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = () => setPlaces(measured(element, spans));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root, spans]);
  return places;
}

function measured(root: HTMLElement, spans: readonly NamedSpan[]): Map<string, Place> {
  const map = readTextMap(root);
  const origin = root.getBoundingClientRect().top;
  const places = new Map<string, Place>();
  for (const span of spans) {
    const ranges = rangesOf(map, span);
    const first = ranges[0]?.getBoundingClientRect();
    const last = ranges.at(-1)?.getBoundingClientRect();
    if (first && last) places.set(span.id, { top: first.top - origin, bottom: last.bottom - origin });
  }
  return places;
}
