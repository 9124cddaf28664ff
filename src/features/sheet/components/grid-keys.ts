"use client";

import type { KeyboardEvent } from "react";
import type { Place } from "../rules/fill-block";
import type { Grid } from "./use-grid";

type Acts = {
  /** Shows the claim of the row in full beside the sheet, or no longer. */
  toggle: () => void;
  fillDown: () => void;
  clear: () => void;
};

/** The keys of a spreadsheet, while a cell has the focus. What they do not use is left to the shortcuts of the page. */
export function gridKeys(grid: Grid, { toggle, fillDown, clear }: Acts) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const from = grid.cursor.active;
    if (!from || grid.editing || event.nativeEvent.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const use = (act: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const target = targetOf(event, grid, from);
    if (target) return use(() => (event.shiftKey ? grid.extendTo(target) : grid.moveTo(target)));
    if (command && event.key === "a") return use(() => selectAll(grid));
    const line = grid.lines.at(from.line);
    if (line && "group" in line) {
      if (event.key === "Enter" || event.key === " ") use(() => grid.toggleFold(line.key));
      return;
    }
    if (event.key === " " && !command)
      return use(() => (event.shiftKey ? grid.active && grid.pick(grid.active) : toggle()));
    if (event.key === "Escape") return stepOut(grid, use);
    const writable = grid.activeColumn?.writable === true;
    if (event.key === "F2" || (event.key === "Enter" && !command && from.column > 0))
      return use(() => (writable ? grid.edit() : toggle()));
    if (!writable) return;
    if (command && event.key === "d") return use(fillDown);
    if (event.key === "Delete" || event.key === "Backspace") return use(clear);
    // What is typed goes into the cell.
    if (event.key.length === 1 && !command && !event.altKey) use(() => grid.edit(event.key));
  };
}

/** From a block to its cell, from a cell to its claim; what else Escape does is the page's. */
function stepOut(grid: Grid, use: (act: () => void) => void) {
  const { active, isBlock } = grid.cursor;
  if (grid.picked.size > 0) return use(grid.unpick);
  if (isBlock) return use(grid.cursor.collapse);
  const kept =
    grid.active && grid.activeColumn && grid.edits.pending.get(`${grid.active.id} ${grid.activeColumn.name}`);
  if (kept?.problem && grid.active && grid.activeColumn) {
    const cell = { row: grid.active, column: grid.activeColumn.name };
    return use(() => grid.edits.letGo([cell]));
  }
  if (active && active.column > 0 && grid.activeColumn?.writable)
    use(() => grid.moveTo({ line: active.line, column: 0 }));
}

function selectAll(grid: Grid) {
  grid.cursor.select({ line: 0, column: 0 }, { line: grid.lines.count - 1, column: grid.columns.shown.length - 1 });
  grid.focus();
}

/** Where a key leads from a cell; null where it leads nowhere. */
function targetOf(event: KeyboardEvent<HTMLElement>, grid: Grid, { line, column }: Place): Place | null {
  const far = event.ctrlKey || event.metaKey;
  const [lastLine, lastColumn] = [grid.lines.count - 1, grid.columns.shown.length - 1];
  const page = Math.max(
    1,
    Math.floor((grid.scroller.current?.clientHeight ?? 400) / Number(grid.scroller.current?.dataset.row ?? 32)) - 2,
  );
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (event.altKey) return null;
  switch (event.key) {
    case "ArrowDown":
      return { line: far ? lastLine : line + 1, column };
    case "ArrowUp":
      return { line: far ? 0 : line - 1, column };
    case "ArrowRight":
    case "ArrowLeft": {
      const isForward = event.key === forward;
      if (far) return { line, column: isForward ? lastColumn : 0 };
      return { line, column: column + (isForward ? 1 : -1) };
    }
    case "PageDown":
      return { line: line + page, column };
    case "PageUp":
      return { line: line - page, column };
    case "Home":
      return { line: far ? 0 : line, column: 0 };
    case "End":
      return { line: far ? lastLine : line, column: lastColumn };
    default:
      return null;
  }
}
