"use client";

import { useEffect, useRef } from "react";
import type { Block } from "@/anchoring/canonical-text";
import { rangesOf, readTextMap } from "@/anchoring/dom/text-map";
import { ArticleText } from "@/features/article/components/article-text";
import { useHighlights } from "./use-highlights";

type BesideTextProps = {
  text: string;
  blocks: Block[];
  language: string;
  direction: "ltr" | "rtl";
  spans: { number: number; start: number; end: number }[];
  at: number | null;
};

/** A text to look into: its quotes are marked, the one asked for is in view. */
export function BesideText({ spans, at, ...text }: BesideTextProps) {
  const root = useRef<HTMLDivElement>(null);
  const focus = spans.find((span) => span.number === at);
  useHighlights(root, { quote: spans, "quote-focus": focus ? [focus] : [] });
  useEffect(() => {
    const element = root.current;
    const range = element && focus ? rangesOf(readTextMap(element), focus)[0] : undefined;
    const pane = element?.closest("section");
    if (!range || !pane) return;
    pane.scrollTop += range.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  }, [focus]);
  return <ArticleText ref={root} {...text} />;
}
