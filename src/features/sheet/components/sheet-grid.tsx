"use client";

import { type MouseEvent, type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import { searchWords } from "@/features/claim/rules/search-text";
import type { ClaimSort } from "@/features/claim/schema";
import { cn } from "@/ui/class-names";
import { useCoarsePointer } from "@/ui/use-coarse-pointer";
import { useRowWindow } from "@/ui/use-row-window";
import type { Options } from "../rules/cell-options";
import type { Block, Place } from "../rules/fill-block";
import { CellEditor } from "./cell-editor";
import { clearCells, copyBlock, fillDown, pasteBlock } from "./grid-acts";
import { GridGroupLine } from "./grid-group-line";
import { GridHead } from "./grid-head";
import { gridKeys } from "./grid-keys";
import { GridRowLine } from "./grid-row";
import type { Pending, PendingCell } from "./use-cell-edits";
import type { Grid } from "./use-grid";

type SheetGridProps = {
  grid: Grid;
  /** The address of the case. */
  base: string;
  sort: ClaimSort;
  sortHref: (sort: ClaimSort) => string;
  /** The claim that is shown in full beside the sheet. */
  opened: string | null;
  /** The values that cells may take, by column. */
  options: Partial<Record<string, Options>>;
  /** Shows the claim of the row in focus in full, or no longer. */
  onToggle: () => void;
  className?: string;
};

const ROW = 32;
const ROW_FOR_FINGERS = 44;
const HEAD = 34;

/** The sheet as a grid: as many rows as there are, of which those in sight are rendered. */
export function SheetGrid({ grid, base, sort, sortHref, opened, options, onToggle, className }: SheetGridProps) {
  const height = useCoarsePointer() ? ROW_FOR_FINGERS : ROW;
  const { lines, columns, cursor, scroller, held, store } = grid;
  const [first, last] = useRowWindow(scroller, { count: lines.count, height });
  const shown = linesShown(first, last, cursor.active?.line ?? null, lines.count);
  const words = useWords(grid.view.filter.q);
  useWanted(grid, first, last);
  const width = columns.shown.reduce((sum, column) => sum + column.width, 0);
  const pointer = usePointer(grid, onToggle);
  const keys = gridKeys(grid, {
    toggle: onToggle,
    fillDown: () => void fillDown(grid),
    clear: () => void clearCells(grid),
  });
  const stop = cursor.active ?? { line: 0, column: 0 };
  const editor = <Editor grid={grid} options={options} />;
  const rendered = shown.map((line): ReactNode => {
    const found = lines.at(line);
    if (!found) return null;
    const [top, stops] = [line * height, line === stop.line];
    const active = cursor.active?.line === line ? cursor.active.column : null;
    if ("group" in found) {
      const { group, open } = found;
      const of = { line, top, height, group, open, stops };
      return (
        <GridGroupLine
          key={`group ${found.key}`}
          {...of}
          grouping={grid.view.group}
          columns={columns.shown.length}
          active={active !== null}
        />
      );
    }
    const row = grid.rowAt(line);
    if (!row) return <Blank key={`row ${found.row}`} line={line} top={top} height={height} />;
    const [from, to] = selectedIn(cursor.block, line);
    return (
      <GridRowLine
        key={`row ${found.row}`}
        {...{ line, top, height, row, base, words, active, from, to }}
        columns={columns.shown}
        stop={stops ? stop.column : null}
        opened={row.id === opened}
        picked={grid.picked.has(row.id)}
        pending={pendingOf(grid.edits.pending, row.id)}
        editor={active !== null && grid.editing ? editor : null}
      />
    );
  });
  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label="The claim sheet"
        aria-rowcount={lines.count + 1}
        aria-colcount={columns.shown.length}
        aria-multiselectable
        aria-readonly={!grid.canWrite}
        data-row={height}
        data-head={HEAD}
        tabIndex={-1}
        onKeyDown={keys}
        onCopy={(event) => copyBlock(grid, event)}
        onCut={(event) => copyBlock(grid, event, true)}
        onPaste={(event) => {
          if (grid.editing || !grid.canWrite) return;
          event.preventDefault();
          void pasteBlock(grid, event.clipboardData.getData("text/plain"));
        }}
        {...pointer}
        className={cn("relative overflow-auto overscroll-x-contain border-hairline border-y outline-none", className)}
      >
        <GridHead columns={columns} height={HEAD} sort={sort} sortHref={sortHref} />
        <div role="rowgroup" className="relative min-w-full" style={{ height: lines.count * height, width }}>
          {rendered}
        </div>
      </div>
      {held.failed.size > 0 ? <Unread onRetry={() => store.retry()} /> : null}
    </>
  );
}

/** The lines in sight, and that of the cell in focus wherever it is: what is not there cannot hold the focus. */
function linesShown(first: number, last: number, active: number | null, count: number): number[] {
  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  if (active === null || active >= count || (active >= first && active <= last)) return lines;
  return active < first ? [active, ...lines] : [...lines, active];
}

/** The same list for the same words, so that rows need not be rendered again for it. */
function useWords(q: string | undefined): readonly string[] {
  const kept = useRef<{ q: string | undefined; words: readonly string[] }>({ q: undefined, words: [] });
  if (kept.current.q !== q) kept.current = { q, words: q ? searchWords(q) : [] };
  return kept.current.words;
}

/** Asks for the rows in sight. */
function useWanted({ lines, store }: Grid, first: number, last: number) {
  const rows = [lines.at(first), lines.at(Math.max(first, last))].map(
    (line) => line && ("row" in line ? line.row : null),
  );
  const from = rows[0] ?? nearestRow(lines, first);
  const to = rows[1] ?? nearestRow(lines, last);
  useEffect(() => store.want(from, to), [store, from, to]);
}

/** The row behind the heading of a group, else the last before it. */
function nearestRow(lines: Grid["lines"], line: number): number {
  for (const by of [1, -1, 2, -2]) {
    const found = lines.at(line + by);
    if (found && "row" in found) return found.row;
  }
  return 0;
}

const selectedIn = (block: Block | null, line: number): [number, number] =>
  block && line >= block.top && line <= block.bottom ? [block.left, block.right] : [-1, -2];

function pendingOf(pending: Pending, claimId: string): ReadonlyMap<string, PendingCell> | null {
  if (pending.size === 0) return null;
  const own = [...pending].filter(([key]) => key.startsWith(`${claimId} `));
  return own.length > 0 ? new Map(own.map(([key, cell]) => [key.slice(claimId.length + 1), cell])) : null;
}

function Editor({ grid, options }: { grid: Grid; options: SheetGridProps["options"] }) {
  const { editing, active, activeColumn } = grid;
  if (!editing || !active || !activeColumn) return null;
  return (
    <CellEditor
      label={`${activeColumn.label} of C-${active.number}`}
      column={activeColumn.name}
      initial={editing.text}
      typed={editing.typed}
      options={options[activeColumn.name] ?? null}
      atEnd={(grid.cursor.active?.column ?? 0) > grid.columns.shown.length / 2}
      onCommit={grid.commit}
      onCancel={grid.endEditing}
    />
  );
}

function Blank({ line, top, height }: { line: number; top: number; height: number }) {
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-busy
      style={{ top, height }}
      className="absolute inset-x-0 flex items-center border-hairline border-b px-2.5"
    >
      <div role="gridcell" aria-colindex={1} data-cell={`${line}:0`} data-blank tabIndex={-1} className="outline-none">
        <span className="sr-only">Loading</span>
        <span aria-hidden="true" className="block h-3 w-72 max-w-[60vw] rounded-sm bg-wash" />
      </div>
    </div>
  );
}

function Unread({ onRetry }: { onRetry: () => void }) {
  return (
    <p role="alert" className="flex items-center gap-3 border-danger border-s-2 bg-danger-wash px-3 py-2 text-sm">
      Some rows could not be read.
      <button type="button" className="link font-medium" onClick={onRetry}>
        Try again
      </button>
    </p>
  );
}

/** The mouse on cells: one click focuses, a second one writes or shows in full; dragging selects. */
function usePointer(grid: Grid, onToggle: () => void) {
  const dragged = useRef<Place | null>(null);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const place = placeOf(event.target);
      if (!place || event.button !== 0 || isInside(event.target, "a, textarea, [role=option]")) return;
      if (event.shiftKey) {
        event.preventDefault();
        return grid.extendTo(place);
      }
      if (event.pointerType === "mouse") dragged.current = place;
    },
    onPointerOver: (event: PointerEvent<HTMLElement>) => {
      const place = dragged.current && placeOf(event.target);
      if (!place || !dragged.current || event.buttons !== 1) return;
      if (place.line === dragged.current.line && place.column === dragged.current.column) return;
      grid.cursor.select(dragged.current, place);
    },
    onPointerUp: () => {
      dragged.current = null;
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const place = placeOf(event.target);
      if (!place || event.shiftKey || isInside(event.target, "a, textarea, [role=option]")) return;
      const line = grid.lines.at(place.line);
      if (line && "group" in line) {
        grid.moveTo({ line: place.line, column: 0 });
        return grid.toggleFold(line.key);
      }
      const row = grid.rowAt(place.line);
      if ((event.ctrlKey || event.metaKey) && row) return grid.pick(row);
      if (grid.cursor.isBlock && event.detail === 1 && isIn(grid.cursor.block, place)) return;
      const again = grid.cursor.active?.line === place.line && grid.cursor.active.column === place.column;
      grid.moveTo(place);
      if (again && event.detail === 1 && !grid.columns.shown[place.column]?.writable) onToggle();
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      if (placeOf(event.target) && !isInside(event.target, "a, textarea")) grid.edit();
    },
    onFocus: (event: { target: EventTarget }) => {
      const place = placeOf(event.target);
      const { active } = grid.cursor;
      if (place && !grid.editing && (active?.line !== place.line || active.column !== place.column))
        grid.cursor.moveTo(place);
    },
  };
}

const isInside = (target: EventTarget, selector: string) =>
  target instanceof Element && target.closest(selector) !== null;

const isIn = (block: Block | null, { line, column }: Place) =>
  block !== null && line >= block.top && line <= block.bottom && column >= block.left && column <= block.right;

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [line, column] = cell?.dataset.cell?.split(":").map(Number) ?? [];
  return line === undefined || column === undefined ? null : { line, column };
}
