"use client";

import type { ClipboardEvent } from "react";
import { toast } from "@/ui/toast";
import { readBlock, writeBlock } from "../rules/block-text";
import { placeBlock } from "../rules/fill-block";
import type { GridRow } from "../schema";
import { cellText } from "./grid-column";
import type { WrittenCell } from "./use-cell-edits";
import type { Grid } from "./use-grid";

const counted = (count: number, one: string) => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;

const unreadable = () =>
  toast.error("Some of these rows could not be read", { detail: "Nothing was changed. Try again." });

/** Rows of a change of many; tells where they cannot be read. */
async function read<T>(rows: Promise<T[]>): Promise<T[]> {
  try {
    return await rows;
  } catch {
    unreadable();
    return [];
  }
}

/** The text of the first row of a block goes into the others; of a single cell, that of the cell above it into this one. */
export async function fillDown(grid: Grid): Promise<void> {
  const { block } = grid.cursor;
  if (!block) return;
  const top = block.top === block.bottom ? block.top - 1 : block.top;
  if (top < 0) return;
  const [source, ...rest] = await read(grid.rowsOfLines(top, block.bottom));
  if (!source) return;
  const columns = writableIn(grid, block.left, block.right);
  const cells = rest.flatMap((row) =>
    row ? columns.map(({ name }): WrittenCell => ({ row, column: name, text: cellText(source, name) })) : [],
  );
  await grid.write(cells);
}

export async function clearCells(grid: Grid): Promise<void> {
  const { block } = grid.cursor;
  if (!block) return;
  const rows = await read(grid.rowsOfLines(block.top, block.bottom));
  const columns = writableIn(grid, block.left, block.right);
  await grid.write(rows.flatMap((row) => (row ? columns.map(({ name }) => ({ row, column: name, text: "" })) : [])));
}

/** One text in a column of every row chosen. */
export async function setColumn(grid: Grid, column: string, text: string): Promise<boolean> {
  const rows = await read(grid.chosenRows());
  return grid.write(rows.map((row) => ({ row, column, text })));
}

/** What is selected, as a spreadsheet takes it; `clear` cuts it out. */
export function copyBlock(grid: Grid, event: ClipboardEvent, cut = false): void {
  const { block } = grid.cursor;
  if (!block || grid.editing) return;
  event.preventDefault();
  const columns = grid.columns.shown.slice(block.left, block.right + 1);
  const textsOf = (rows: readonly (GridRow | null)[]) =>
    rows.flatMap((row) => (row ? [columns.map(({ name }) => cellText(row, name))] : []));
  const held = Array.from({ length: block.bottom - block.top + 1 }, (_, at) => block.top + at)
    .filter((line) => "row" in (grid.lines.at(line) ?? {}))
    .map((line) => grid.rowAt(line));
  if (held.every((row) => row !== null)) {
    const texts = textsOf(held);
    event.clipboardData.setData("text/plain", writeBlock(texts));
    event.clipboardData.setData("text/html", htmlOf(texts));
  } else void copyLater(grid, textsOf);
  if (cut && grid.canWrite) void clearCells(grid);
}

/** Rows that have to be read first are put on the clipboard when they are there. */
async function copyLater(grid: Grid, textsOf: (rows: (GridRow | null)[]) => string[][]): Promise<void> {
  const { block } = grid.cursor;
  if (!block) return;
  const texts = textsOf(await read(grid.rowsOfLines(block.top, block.bottom)));
  try {
    await navigator.clipboard.writeText(writeBlock(texts));
    toast.success(`${counted(texts.length, "row")} copied`);
  } catch {
    toast.error("The browser did not let the rows be copied", { detail: "Copy fewer of them, or export the sheet." });
  }
}

const htmlOf = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`).join("")}</table>`;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");

/** Writes what is on the clipboard from the cell in focus on. Cells that nobody writes in stay as they are, and are told. */
export async function pasteBlock(grid: Grid, text: string): Promise<void> {
  const { block } = grid.cursor;
  if (!block || !grid.canWrite) return;
  const size = { lines: grid.lines.count, columns: grid.columns.shown.length };
  const { cells, area, missing } = placeBlock(readBlock(text), block, size);
  const rows = await read(grid.rowsOfLines(area.top, area.bottom));
  let left = 0;
  const written = cells.flatMap(({ line, column, text }): WrittenCell[] => {
    const row = rows[line - area.top];
    const shown = grid.columns.shown[column];
    if (!row || !shown) return [];
    if (shown.writable) return [{ row, column: shown.name, text }];
    if (text !== cellText(row, shown.name)) left += 1;
    return [];
  });
  grid.cursor.select({ line: area.top, column: area.left }, { line: area.bottom, column: area.right });
  grid.focus();
  const done = await grid.write(written);
  const omitted = [
    ...(missing > 0 ? [`${counted(missing, "row")} for which the sheet has no claim; import new ones.`] : []),
    ...(left > 0 ? [`${counted(left, "cell")} of columns that are not written in.`] : []),
  ];
  if (done && omitted.length > 0) toast.error("Some of it was left out", { detail: omitted.join(" ") });
}

const writableIn = (grid: Grid, left: number, right: number) =>
  grid.columns.shown.slice(left, right + 1).filter(({ writable }) => writable);
