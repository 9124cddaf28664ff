"use client";

import { type RefObject, useEffect, useState } from "react";

/** A stretch of an element, in pixels from its top. */
export type Stretch = { top: number; bottom: number };

const STEP = 512;
const REACH = 1024;

/** Which stretch of an element stands in the window or near it; what is `still` is not watched. */
export function useNearby(element: RefObject<HTMLElement | null>, still: boolean): Stretch {
  const [near, setNear] = useState<Stretch>({ top: -REACH, bottom: 3 * REACH });
  useEffect(() => {
    if (still || !element.current) return;
    return watchNearby(element.current, setNear);
  }, [element, still]);
  return near;
}

/**
 * Tells which stretch of the element stands in the window or near it: at once, and when that has changed. It changes in
 * coarse steps, so that scrolling seldom costs anything. Returns what ends it.
 */
export function watchNearby(element: HTMLElement, tell: (near: Stretch) => void): () => void {
  let frame = 0;
  let known: Stretch | null = null;
  const look = () => {
    frame = 0;
    const next = stretchAt(-element.getBoundingClientRect().top, window.innerHeight);
    if (known?.top === next.top && known.bottom === next.bottom) return;
    known = next;
    tell(next);
  };
  const ask = () => {
    frame ||= requestAnimationFrame(look);
  };
  look();
  window.addEventListener("scroll", ask, { passive: true });
  window.addEventListener("resize", ask);
  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener("scroll", ask);
    window.removeEventListener("resize", ask);
  };
}

/** The steps that hold what is seen from here on, with some reach before and after it. */
function stretchAt(from: number, height: number): Stretch {
  return {
    top: Math.floor((from - REACH) / STEP) * STEP,
    bottom: Math.ceil((from + height + REACH) / STEP) * STEP,
  };
}
