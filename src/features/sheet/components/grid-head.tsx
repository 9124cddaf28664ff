"use client";

import { ArrowDown, ArrowUp, ChevronDown } from "lucide-react";
import Link from "next/link";
import { type PointerEvent, useState } from "react";
import type { ClaimSort } from "@/features/claim/schema";
import { cn } from "@/ui/class-names";
import { Menu, MenuItem, MenuSeparator } from "@/ui/menu";
import { changeColumn, moveColumn } from "../rules/view-columns";
import { MAX_WIDTH, MIN_WIDTH } from "../schema";
import type { ShownColumn } from "./grid-column";
import type { Columns } from "./use-columns";

type GridHeadProps = {
  columns: Columns;
  height: number;
  sort: ClaimSort;
  sortHref: (sort: ClaimSort) => string;
};

/** What the rows can be sorted by. */
const SORTS: Partial<Record<string, "number" | "reportedOn">> = { claim: "number", reported_on: "reportedOn" };
const BY = 24;

/** The names of the columns, and what can be done with each: sort by it, size, move, freeze and hide it. */
export function GridHead({ columns, height, sort, sortHref }: GridHeadProps) {
  const [dragged, setDragged] = useState<string | null>(null);
  return (
    <div role="row" aria-rowindex={1} style={{ height }} className="sticky top-0 z-15 flex w-max min-w-full bg-paper">
      {columns.shown.map((column, index) => (
        <div
          key={column.name}
          role="columnheader"
          aria-colindex={index + 1}
          aria-sort={sortedBy(column, sort)}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "move";
            setDragged(column.name);
          }}
          onDragOver={(event) => dragged && event.preventDefault()}
          onDrop={() => {
            if (dragged) columns.change(moveColumn(columns.all, dragged, column.name));
            setDragged(null);
          }}
          onDragEnd={() => setDragged(null)}
          style={{ width: column.width, insetInlineStart: column.frozen ? column.start : undefined }}
          className={cn(
            "group/head flex shrink-0 items-center gap-1 border-rule border-b bg-paper ps-2.5 pe-2 font-medium text-ink-3 text-xs",
            column.frozen ? "sticky z-16" : "relative",
            dragged === column.name && "opacity-50",
          )}
        >
          <HeadName column={column} sort={sort} sortHref={sortHref} />
          <HeadMenu column={column} columns={columns} />
          <Handle
            column={column}
            onSize={(width) => columns.change(changeColumn(columns.all, column.name, { width }))}
          />
        </div>
      ))}
    </div>
  );
}

function sortedBy({ name }: ShownColumn, sort: ClaimSort): "ascending" | "descending" | undefined {
  const field = SORTS[name];
  if (!field || !sort.endsWith(field)) return undefined;
  return sort.startsWith("-") ? "descending" : "ascending";
}

type HeadNameProps = Omit<GridHeadProps, "columns" | "height"> & { column: ShownColumn };

function HeadName({ column, sort, sortHref }: HeadNameProps) {
  const field = SORTS[column.name];
  if (!field) return <span className="min-w-0 flex-1 truncate">{column.label}</span>;
  const sorted = sortedBy(column, sort);
  const Arrow = sorted === "descending" ? ArrowDown : ArrowUp;
  return (
    <Link
      href={sortHref(sort === field ? `-${field}` : field)}
      scroll={false}
      draggable={false}
      className="inline-flex min-w-0 flex-1 items-center gap-1 truncate hover:text-ink hover:underline"
    >
      {column.label}
      {sorted ? <Arrow aria-hidden="true" className="size-3 shrink-0" /> : null}
    </Link>
  );
}

function HeadMenu({ column, columns }: { column: ShownColumn; columns: Columns }) {
  const { name, width, frozen, label } = column;
  const change = (of: Parameters<typeof changeColumn>[2]) => columns.change(changeColumn(columns.all, name, of));
  const size = (by: number) => change({ width: Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width + by)) });
  return (
    <Menu
      label={`Column ${label}`}
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`Column ${label}`}
          className="absolute inset-y-1 end-2 inline-flex w-6 shrink-0 items-center justify-center rounded-sm bg-paper text-ink-3 opacity-0 hover:bg-wash hover:text-ink focus-visible:opacity-100 group-hover/head:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100 [&_svg]:size-3.5"
        >
          <ChevronDown aria-hidden="true" />
        </button>
      }
    >
      <MenuItem onSelect={() => columns.change(moveColumn(columns.all, name, -1))}>Move towards the start</MenuItem>
      <MenuItem onSelect={() => columns.change(moveColumn(columns.all, name, 1))}>Move towards the end</MenuItem>
      <MenuItem onSelect={() => size(BY)}>Wider</MenuItem>
      <MenuItem onSelect={() => size(-BY)}>Narrower</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => change({ frozen: !frozen })}>{frozen ? "Let it scroll" : "Freeze"}</MenuItem>
      <MenuItem onSelect={() => change({ shown: false })}>Hide</MenuItem>
    </Menu>
  );
}

/** Drags the end of a column. What the keyboard does with it stands in the column's menu. */
function Handle({ column, onSize }: { column: ShownColumn; onSize: (width: number) => void }) {
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    const handle = event.currentTarget;
    const head = handle.parentElement;
    if (!head) return;
    handle.setPointerCapture(event.pointerId);
    const start = event.clientX;
    const sign = getComputedStyle(head).direction === "rtl" ? -1 : 1;
    let width = column.width;
    const move = (at: globalThis.PointerEvent) => {
      width = Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, column.width + (at.clientX - start) * sign)));
      head.style.width = `${width}px`;
    };
    const end = () => {
      handle.removeEventListener("pointermove", move);
      head.style.width = "";
      if (width !== column.width) onSize(width);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", end, { once: true });
    handle.addEventListener("pointercancel", end, { once: true });
  };
  return (
    <span
      aria-hidden="true"
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={begin}
      className="absolute inset-y-1 end-0 w-1.5 cursor-col-resize touch-none border-hairline border-e-2 hover:border-accent"
    />
  );
}
