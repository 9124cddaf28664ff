"use client";

import { type RefObject, useEffect, useRef } from "react";
import { createPainter, type HighlightLayers, type Painter } from "@/anchoring/dom/highlights";
import { readTextMap, stretchBetween } from "@/anchoring/dom/text-map";
import type { Span } from "@/anchoring/selectors";
import { watchNearby } from "@/ui/use-nearby";

/** Which look lies on top where quotes overlap. */
const PRIORITIES = {
  quote: 0,
  "quote-sentence": 1,
  "quote-held": 2,
  "quote-focus": 3,
  "quote-flash": 4,
  "quote-match": 5,
  "quote-found": 6,
};

/** Paints the layers over the text; only what changed is touched, and of very many stretches those near the window. */
export function useHighlights(root: RefObject<HTMLElement | null>, layers: HighlightLayers) {
  const painter = useRef<Painter | null>(null);
  const near = useRef<Span | null>(null);
  const last = useRef(layers);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const made = createPainter(element, PRIORITIES);
    painter.current = made;
    const end = watchNearby(element, ({ top, bottom }) => {
      near.current = stretchBetween(readTextMap(element), top, bottom);
      made.paint(last.current, near.current);
    });
    return () => {
      end();
      made.clear();
    };
  }, [root]);
  useEffect(() => {
    last.current = layers;
    painter.current?.paint(layers, near.current);
  });
}
