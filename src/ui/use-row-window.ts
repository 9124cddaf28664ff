"use client";

import { type RefObject, useEffect, useState } from "react";

/** Lines rendered beyond each edge of what is seen, and how far one scrolls before others are. */
const BEYOND = 14;
const STEP = 7;
/** Until the height is known: as many as fit a large screen. */
const AT_FIRST = 40;

type Size = { count: number; height: number };

/** Which lines of equal height, in pixels, are to be rendered inside a scrolling element: the first and the last. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, { count, height }: Size): [number, number] {
  const [[first, last], setWindow] = useState<[number, number]>([0, AT_FIRST]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const top = Math.floor(element.scrollTop / height / STEP) * STEP;
      const next: [number, number] = [top - BEYOND, top + Math.ceil(element.clientHeight / height) + STEP + BEYOND];
      setWindow((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, height]);
  return [Math.max(0, first), Math.min(count - 1, last)];
}
