"use client";

import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { indexSpans, type NamedSpan } from "@/anchoring/overlap";
import type { Article } from "@/features/article/schema";
import type { Claim } from "@/features/claim/schema";
import { scrollTo } from "./use-reading";

const FLASH_MS = 1200;

/** The claims of the open text: where they stand, which one is in focus, which one has just been saved. */
export function useDesk(
  root: RefObject<HTMLElement | null>,
  article: Article,
  claims: Claim[],
  initial: number | null,
) {
  const spans = useMemo(() => spansOf(claims, article.versionId), [claims, article.versionId]);
  const index = useMemo(() => indexSpans(spans), [spans]);
  const [focusedId, setFocusedId] = useState(() => claims.find((claim) => claim.number === initial)?.id ?? null);
  const [flashedId, setFlashedId] = useState<string | null>(null);
  const wantsFocus = useRef<string | null>(null);
  const focused = claims.find((claim) => claim.id === focusedId) ?? null;
  const spanOf = (id: string | null) => spans.find((span) => span.id === id) ?? null;

  const focus = (id: string | null, { scroll = true } = {}) => {
    setFocusedId(id);
    const span = spanOf(id);
    if (span && scroll) scrollTo(root.current, span);
  };

  // The claim named in the address is brought into view, once.
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    const named = claims.find((claim) => claim.number === initial);
    const span = spans.find((each) => each.id === named?.id);
    if (span) scrollTo(root.current, span);
  }, [claims, spans, initial, root]);

  // A claim just saved arrives with a later render, its card with one after that, when its place has been measured; the
  // keyboard goes on from there.
  useEffect(() => {
    const claim = claims.find((each) => each.id === wantsFocus.current);
    const card = claim && document.querySelector<HTMLElement>(`[data-claim="${claim.number}"] button`);
    if (!card) return;
    wantsFocus.current = null;
    card.focus({ preventScroll: true });
  });

  useEffect(() => {
    if (flashedId === null) return;
    const timer = setTimeout(() => setFlashedId(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flashedId]);

  const step = (by: 1 | -1) => {
    const at = claims.findIndex((claim) => claim.id === focusedId);
    const next = claims[at < 0 ? (by > 0 ? 0 : claims.length - 1) : at + by];
    if (next) focus(next.id);
  };

  return {
    spans,
    focused,
    focusedSpan: spanOf(focusedId),
    flashedSpan: spanOf(flashedId),
    focus,
    step,
    hit: (offset: number) => index.spansAt(offset),
    saved: (claim: Claim) => {
      setFocusedId(claim.id);
      setFlashedId(claim.id);
      wantsFocus.current = claim.id;
    },
    refocus: (id: string) => {
      wantsFocus.current = id;
      setFocusedId(id);
    },
  };
}

function spansOf(claims: Claim[], versionId: string): NamedSpan[] {
  return claims.flatMap(({ id, quote }) => {
    if (!quote || quote.versionId !== versionId || quote.start === null || quote.end === null) return [];
    return [{ id, start: quote.start, end: quote.end }];
  });
}
