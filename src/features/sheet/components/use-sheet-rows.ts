"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { columnsToRead } from "../rules/view-columns";
import type { GridRow, Outline, SheetView } from "../schema";
import { askRows, type Where } from "./ask-rows";
import { type HeldRows, RowStore } from "./row-store";

type Sheet = { outline: Outline; rows: readonly GridRow[] };

/**
 * The rows of a sheet: those that the page came with, and others as they are looked at. Where the page is read anew, so
 * are they; where other columns are shown, their cells are read in the place of those that stand there.
 */
export function useSheetRows(where: Where, view: SheetView, sheet: Sheet): { store: RowStore; held: HeldRows } {
  const beginning = { total: sheet.outline.total, cursors: sheet.outline.cursors, rows: sheet.rows };
  const [asked] = useState({ view });
  const [store] = useState(
    () => new RowStore((cursor, signal) => askRows(where, asked.view, cursor, signal), beginning),
  );
  const [known] = useState({ sheet, columns: columnsOf(view) });
  useEffect(() => {
    asked.view = view;
    const columns = columnsOf(view);
    if (known.sheet !== sheet) store.renew(beginning);
    else if (known.columns !== columns) store.readAnew();
    Object.assign(known, { sheet, columns });
  });
  const held = useSyncExternalStore(store.subscribe, store.get, store.get);
  return { store, held };
}

const columnsOf = ({ columns }: SheetView) => columnsToRead(columns).join();
