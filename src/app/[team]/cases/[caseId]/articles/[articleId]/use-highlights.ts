"use client";

import { type RefObject, useEffect, useRef } from "react";
import { createPainter, type HighlightLayers, type Painter } from "@/anchoring/dom/highlights";

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

/** Paints the layers over the text; only what changed is touched. */
export function useHighlights(root: RefObject<HTMLElement | null>, layers: HighlightLayers) {
  const painter = useRef<Painter | null>(null);
  useEffect(() => {
    if (!root.current) return;
    const made = createPainter(root.current, PRIORITIES);
    painter.current = made;
    return () => made.clear();
  }, [root]);
  useEffect(() => painter.current?.paint(layers));
}
