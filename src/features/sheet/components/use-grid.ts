"use client";

import { useEffect, useRef, useState } from "react";
import { cellsIn, type Place } from "../rules/fill-block";
import { gridLines } from "../rules/grid-lines";
import type { GridRow, Outline, SheetView } from "../schema";
import { askPlace } from "./ask-rows";
import { cellText, writtenText } from "./grid-column";
import { revealCell } from "./reveal-cell";
import { heldRow, placeOfHeld } from "./row-store";
import { cellKey, useCellEdits, type WrittenCell } from "./use-cell-edits";
import type { Columns } from "./use-columns";
import { useCursor } from "./use-cursor";
import { useSheetRows } from "./use-sheet-rows";

type GridOptions = {
  team: string;
  caseId: string;
  view: SheetView;
  sheet: { outline: Outline; rows: readonly GridRow[] };
  columns: Columns;
  canWrite: boolean;
  offerUndo: Parameters<typeof useCellEdits>[0]["offerUndo"];
};

/** What an editor begins with; `typed` where a first letter replaces what stood there. */
export type Editing = { text: string; typed: boolean };

/** The state of the sheet on screen: its rows and columns, the cell in focus, what is selected and what is being written. */
export function useGrid({ team, caseId, view: given, sheet, columns, canWrite, offerUndo }: GridOptions) {
  const view = { ...given, columns: columns.wanted };
  const where = { team, caseId };
  const { store, held } = useSheetRows(where, view, sheet);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const lines = gridLines(held.total, sheet.outline.groups, folded);
  const cursor = useCursor({ lines: lines.count, columns: columns.shown.length });
  const edits = useCellEdits({ team, caseId, store, offerUndo });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [picked, setPicked] = useState<ReadonlyMap<string, GridRow>>(new Map());
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [, setFocusTurn] = useState(0);

  // A cell that has just come to be rendered takes the focus that was meant for it.
  useEffect(() => {
    if (!wantsFocus.current || !cursor.active || editing) return;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-cell="${cursor.active.line}:${cursor.active.column}"]`,
    );
    if (!cell) return;
    // A row that is still being read holds it until it is there.
    wantsFocus.current = cell.dataset.blank !== undefined;
    (cell.querySelector<HTMLElement>("[data-focus]") ?? cell).focus({ preventScroll: true });
  });

  const reveal = (place: Place) => revealCell(scroller.current, place, columns.shown);
  const focus = () => {
    wantsFocus.current = true;
    setFocusTurn((turn) => turn + 1);
  };
  const rowAt = (line: number): GridRow | null => {
    const found = lines.at(line);
    return found && "row" in found ? heldRow(held, found.row) : null;
  };
  const moveTo = (place: Place) => {
    focus();
    cursor.moveTo(place);
    reveal(place);
  };
  const extendTo = (place: Place) => {
    cursor.extendTo(place);
    focus();
    reveal(place);
  };
  const column = () => cursor.active?.column ?? 0;
  /** Moves to a row by its place in the sheet, unfolding its group. */
  const goToRow = (row: number) => {
    const line = lines.at(lines.lineOf(row));
    const isFolded = line && "group" in line ? line.key : null;
    const open = isFolded === null ? folded : new Set([...folded].filter((key) => key !== isFolded));
    if (isFolded !== null) setFolded(open);
    moveTo({ line: gridLines(held.total, sheet.outline.groups, open).lineOf(row), column: column() });
  };
  const active = cursor.active ? rowAt(cursor.active.line) : null;
  const activeColumn = cursor.active ? (columns.shown[cursor.active.column] ?? null) : null;
  const toggleFold = (key: string) =>
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  const edit = (text?: string) => {
    if (!active || !activeColumn?.writable) return;
    const kept = edits.pending.get(cellKey(active.id, activeColumn.name));
    setEditing({ text: text ?? kept?.text ?? writtenText(active, activeColumn.name), typed: text !== undefined });
  };
  const endEditing = () => {
    setEditing(null);
    focus();
  };
  /** Writes what the editor holds, then moves on. Text that was opened and left as it was asks for nothing. */
  const commit = (text: string, by: Partial<Place>) => {
    const from = cursor.active;
    setEditing(null);
    if (active && activeColumn && from) {
      const isAsItWas = text === writtenText(active, activeColumn.name);
      const isPending = edits.pending.has(cellKey(active.id, activeColumn.name));
      if (!isAsItWas || isPending) void edits.write([{ row: active, column: activeColumn.name, text }]);
      moveTo({ line: from.line + (by.line ?? 0), column: from.column + (by.column ?? 0) });
    }
  };

  /** The rows of the lines of a stretch, read where they are not held; headings of groups are none. */
  const rowsOfLines = async (top: number, bottom: number): Promise<(GridRow | null)[]> => {
    const places = Array.from({ length: bottom - top + 1 }, (_, at) => lines.at(top + at)).map((line) =>
      line && "row" in line ? line.row : null,
    );
    const wanted = places.filter((place) => place !== null);
    const [first, last] = [wanted[0], wanted.at(-1)];
    if (first === undefined || last === undefined) return [];
    const rows = await store.rows(first, last);
    return places.map((place) => (place === null ? null : (rows[place - first] ?? null)));
  };
  /** The rows that a change of many concerns: those picked, else those of the block. */
  const chosenRows = async (): Promise<GridRow[]> => {
    if (picked.size > 0) return [...picked.values()];
    const { block } = cursor;
    return block ? (await rowsOfLines(block.top, block.bottom)).filter((row) => row !== null) : [];
  };
  const pick = (row: GridRow) =>
    setPicked((before) => {
      const next = new Map(before);
      if (!next.delete(row.id)) next.set(row.id, row);
      return next;
    });

  /** Moves to a claim, by its id or number; whether it is among the rows. */
  const goToClaim = async (claim: string): Promise<boolean> => {
    const place = placeOfHeld(store.get(), claim) ?? (await askPlace(where, view, claim));
    if (place === null) return false;
    goToRow(place);
    return true;
  };

  return {
    ...{ store, held, lines, columns, cursor, edits, editing, picked, scroller, view },
    ...{ rowAt, active, activeColumn, moveTo, extendTo, goToRow, goToClaim, toggleFold },
    ...{ edit, endEditing, commit, rowsOfLines, chosenRows, pick },
    canWrite,
    /** Gives the cell the focus back that it lost to something beside the rows. */
    focus,
    /** Moves to a claim that was just saved: as soon as the sheet has been read anew. */
    goToSaved: async (claimId: string) => {
      if (placeOfHeld(store.get(), claimId) === null) await store.renewed();
      await goToClaim(claimId);
    },
    unpick: () => setPicked(new Map()),
    /** How many rows a change of many would concern. */
    chosen: picked.size > 0 ? picked.size : cursor.block ? cursor.block.bottom - cursor.block.top + 1 : 0,
    selectedCells: cursor.block ? cellsIn(cursor.block) : 0,
    step: (by: number) => {
      const from = cursor.active;
      moveTo(from ? { line: from.line + by, column: from.column } : { line: by > 0 ? 0 : lines.count - 1, column: 0 });
    },
    write: (cells: readonly WrittenCell[], title?: string) => edits.write(cells, title),
    textAt: (line: number, at: number): string => {
      const row = rowAt(line);
      const shown = columns.shown[at];
      return row && shown ? cellText(row, shown.name) : "";
    },
  };
}

export type Grid = ReturnType<typeof useGrid>;
