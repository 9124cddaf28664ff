"use client";

import { type RefObject, useMemo, useState } from "react";
import { textFinder } from "@/anchoring/find-in-text";
import type { Span } from "@/anchoring/selectors";
import { scrollTo } from "./use-reading";

/** Finding words in the open text: which places, and which of them is looked at. */
export function useFind(root: RefObject<HTMLElement | null>, text: string) {
  const [words, setWords] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const find = useMemo(() => textFinder(text), [text]);
  const places = useMemo(() => (words === null ? [] : find(words)), [find, words]);
  const look = (index: number, among: readonly Span[] = places) => {
    const place = among.at(index % Math.max(1, among.length));
    setAt(among.length === 0 ? 0 : (index + among.length) % among.length);
    if (place) scrollTo(root.current, place);
  };
  return {
    open: words !== null,
    words: words ?? "",
    places,
    at,
    place: places[at] ?? null,
    begin: () => setWords((before) => before ?? ""),
    search: (next: string) => {
      setWords(next);
      look(0, find(next));
    },
    step: (by: 1 | -1) => look(at + by),
    end: () => {
      setWords(null);
      setAt(0);
    },
  };
}

export type Finding = ReturnType<typeof useFind>;
