"use client";

import { useState } from "react";
import { type Block, blockOf, type Place } from "../rules/fill-block";

type Size = { lines: number; columns: number };
type Cursor = { active: Place; anchor: Place } | null;

/** The cell that has the focus, and the block that is selected from where one began. */
export function useCursor(size: Size) {
  const [cursor, setCursor] = useState<Cursor>(null);
  // A sheet that has become shorter keeps it inside.
  const inside = (place: Place): Place => ({
    line: Math.max(0, Math.min(place.line, size.lines - 1)),
    column: Math.max(0, Math.min(place.column, size.columns - 1)),
  });
  const active = cursor && size.lines > 0 ? inside(cursor.active) : null;
  const anchor = cursor && active ? inside(cursor.anchor) : null;
  const block: Block | null = active && anchor ? blockOf(active, anchor) : null;
  return {
    active,
    block,
    /** More than one cell. */
    isBlock: block !== null && (block.top !== block.bottom || block.left !== block.right),
    moveTo: (place: Place) => setCursor({ active: inside(place), anchor: inside(place) }),
    extendTo: (place: Place) =>
      setCursor((before) => ({ active: inside(place), anchor: before?.anchor ?? inside(place) })),
    select: (from: Place, to: Place) => setCursor({ anchor: inside(from), active: inside(to) }),
    /** From the block back to its one cell. */
    collapse: () => setCursor((before) => before && { active: before.active, anchor: before.active }),
  };
}

export type CursorState = ReturnType<typeof useCursor>;
