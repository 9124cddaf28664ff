"use client";

import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Block } from "@/anchoring/canonical-text";
import { offsetAtPoint, offsetsOfSelection } from "@/anchoring/dom/selection";
import { rangesOf, readTextMap } from "@/anchoring/dom/text-map";
import { sentenceAt, sentences, snapToWords } from "@/anchoring/segment";
import type { Span } from "@/anchoring/selectors";

type Text = { text: string; blocks: Block[]; language: string };

const SETTLED_MS = 150;

/**
 * What the reader holds of the text: words selected with the pointer (snapped to whole words, exact with Alt) or
 * sentences walked with the keyboard. The held words stay when the focus moves on to a form.
 */
export function useReading(root: RefObject<HTMLElement | null>, { text, blocks, language }: Text) {
  const [held, setHeld] = useState<Span | null>(null);
  const exact = useRef(false);
  const locale = language === "und" ? undefined : language;
  const all = useMemo(() => sentences(text, blocks, locale), [text, blocks, locale]);

  const holdSelection = useCallback(() => {
    const element = root.current;
    const selection = document.getSelection();
    if (!element || !selection || selection.isCollapsed || !selection.containsNode(element, true)) return;
    const span = offsetsOfSelection(readTextMap(element), selection);
    if (span) setHeld(exact.current ? span : snapToWords(text, span.start, span.end, locale));
  }, [root, text, locale]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(holdSelection, SETTLED_MS);
    };
    document.addEventListener("selectionchange", onChange);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", onChange);
    };
  }, [holdSelection]);

  /** One sentence on or back; `extend` keeps what is held and takes the next one in. */
  const walk = (step: 1 | -1, extend: boolean) => {
    const here = held ? sentenceAt(all, step > 0 ? held.end - 1 : held.start) : firstInView(root.current, all) - step;
    const next = all[here + step];
    if (!next) return;
    const span = extend && held ? { start: Math.min(held.start, next.start), end: Math.max(held.end, next.end) } : next;
    document.getSelection()?.removeAllRanges();
    setHeld(span);
    scrollTo(root.current, next);
  };

  /** What was clicked: an offset of the text, or null beside it. A click that selects nothing lets go of what was held. */
  const onPointerUp = (event: PointerEvent): number | null => {
    exact.current = event.altKey;
    const selection = document.getSelection();
    if (selection && !selection.isCollapsed) {
      holdSelection();
      return null;
    }
    setHeld(null);
    return root.current ? offsetAtPoint(readTextMap(root.current), event.clientX, event.clientY) : null;
  };

  return { held, hold: setHeld, walk, onPointerUp };
}

/** Brings a stretch of the text into view if it is not there already; nothing moves otherwise. */
export function scrollTo(root: HTMLElement | null, span: Span) {
  if (!root) return;
  const range = rangesOf(readTextMap(root), span)[0];
  const box = range?.getBoundingClientRect();
  if (!box) return;
  const room = 96;
  if (box.top >= room && box.bottom <= window.innerHeight - room) return;
  window.scrollBy({ top: box.top - window.innerHeight / 3, behavior: "instant" });
}

/** The first sentence that begins below the top of the window. */
function firstInView(root: HTMLElement | null, all: readonly Span[]): number {
  if (!root) return 0;
  const top = 80;
  for (const block of root.querySelectorAll<HTMLElement>("[data-start]")) {
    if (block.getBoundingClientRect().bottom <= top) continue;
    const start = Number(block.dataset.start);
    const index = all.findIndex((sentence) => sentence.start >= start);
    return Math.max(0, index);
  }
  return 0;
}
