"use client";

import { useRef, useState } from "react";
import { attempt } from "@/ui/attempt";
import { keepColumnsAction } from "../actions";
import { ALL, VIEW, viewAddress } from "../rules/view-address";
import { arrangeColumns, chosenColumns, columnLabel, shownColumns, widthOf } from "../rules/view-columns";
import { EXTRA_PREFIX, type GridColumn, type SheetView, type ViewColumn } from "../schema";
import type { Where } from "./ask-rows";
import { isEditable, type ShownColumn } from "./grid-column";

const PAUSE_MS = 800;

/**
 * The columns of a sheet. They live in the address, like the rest of its view; changing them needs nothing of the server,
 * so the address is changed in place. Where no view is chosen they are kept as this person's way of looking at the case.
 */
export function useColumns({ team, caseId }: Where, view: SheetView, canWrite: boolean) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = (columns: ViewColumn[]) => {
    clearTimeout(timer.current);
    // What is not kept is in the address still.
    timer.current = setTimeout(() => void attempt(() => keepColumnsAction(team, { caseId, columns })), PAUSE_MS);
  };
  const given = JSON.stringify(view.columns);
  const [own, setOwn] = useState({ given, columns: view.columns });
  // The page was read anew for another address: that one holds.
  const wanted = own.given === given ? own.columns : view.columns;
  const change = (next: ViewColumn[]) => {
    const columns = chosenColumns(next);
    setOwn({ given, columns });
    const viewId = new URLSearchParams(window.location.search).get(VIEW);
    const address = viewAddress({ ...view, columns }, viewId);
    if (viewId === null || viewId === ALL) keep(columns);
    window.history.replaceState(null, "", address ? `?${address}` : window.location.pathname);
  };
  return { wanted, shown: placed(shownColumns(wanted), canWrite), all: allColumns(wanted), change };
}

export type Columns = ReturnType<typeof useColumns>;

const allColumns = (wanted: ViewColumn[]) =>
  arrangeColumns(
    wanted,
    wanted.flatMap(({ name }) => (name.startsWith(EXTRA_PREFIX) ? name.slice(EXTRA_PREFIX.length) : [])),
  );

function placed(columns: readonly ViewColumn[], canWrite: boolean): ShownColumn[] {
  let start = 0;
  return columns.map((wanted) => {
    const width = widthOf(wanted);
    const name = wanted.name as GridColumn;
    const writable = canWrite && isEditable(name);
    const column = { name, label: columnLabel(name), start, width, frozen: wanted.frozen === true, writable, wanted };
    start += width;
    return column;
  });
}
