"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { cn } from "@/ui/class-names";
import { SourceText } from "@/ui/source-text";
import type { Grouping, RowGroup } from "../schema";

type GridGroupLineProps = {
  line: number;
  top: number;
  height: number;
  /** All columns together, in pixels. */
  columns: number;
  grouping: Grouping;
  group: RowGroup;
  open: boolean;
  active: boolean;
  stops: boolean;
};

const NONE: Record<Exclude<Grouping, "none">, string> = {
  outlet: "No outlet",
  article: "No article",
  tag: "No tag",
  conflict: "In no conflict",
};

/** The heading of a group of rows, which folds them away. */
export function GridGroupLine(props: GridGroupLineProps) {
  const { line, top, height, columns, grouping, group, open, active, stops } = props;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div role="row" aria-rowindex={line + 2} style={{ top, height }} className="absolute inset-x-0 flex bg-desk">
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columns}
        aria-expanded={open}
        data-cell={`${line}:0`}
        data-group
        tabIndex={stops ? 0 : -1}
        className={cn(
          "sticky start-0 flex max-w-[min(100%,90vw)] items-center gap-1.5 px-2 text-sm -outline-offset-2 outline-accent",
          active ? "outline-2" : "outline-none",
        )}
      >
        <Chevron aria-hidden="true" className="size-4 shrink-0 text-ink-3 rtl:-scale-x-100" />
        <SourceText className="truncate font-medium">
          {group.key === null && grouping !== "none" ? NONE[grouping] : group.name}
        </SourceText>
        {group.detail ? <SourceText className="min-w-0 truncate text-ink-2">{group.detail}</SourceText> : null}
        <span className="shrink-0 text-ink-3 text-xs">
          {group.rows.toLocaleString("en")} {group.rows === 1 ? "claim" : "claims"}
        </span>
      </div>
    </div>
  );
}
