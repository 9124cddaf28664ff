"use client";

import { useRef, useState } from "react";
import type { Claim } from "@/features/claim/schema";

/** The rows of the sheet as the keyboard walks them: which one has the focus, and which one is shown in full. */
export function useRows(claims: readonly Claim[]) {
  const table = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const focused = claims.find(({ id }) => id === focusedId) ?? null;

  const focusRow = (id: string | undefined) => {
    if (!id) return;
    setFocusedId(id);
    table.current?.querySelector<HTMLElement>(`[data-claim="${id}"] a`)?.focus();
  };
  const step = (by: 1 | -1) => {
    const at = claims.findIndex(({ id }) => id === focusedId);
    // The first stroke takes hold of the first row, or the last.
    const next = at < 0 ? (by > 0 ? 0 : claims.length - 1) : at + by;
    focusRow(claims[next]?.id);
  };
  const toggle = (id: string) => {
    setOpen(!(open && id === focusedId));
    focusRow(id);
  };
  return {
    table,
    focused,
    focusedId,
    /** The claim shown in full. */
    opened: open ? focused : null,
    setFocused: setFocusedId,
    focusRow,
    step,
    toggle,
    show: (id: string) => {
      setFocusedId(id);
      setOpen(true);
    },
    close: () => {
      setOpen(false);
      focusRow(focusedId ?? undefined);
    },
  };
}
