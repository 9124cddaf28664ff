"use client";

import { useState } from "react";
import { viewParams } from "../rules/view-address";
import { arrangeColumns, chosenColumns, columnLabel, shownColumns, widthOf } from "../rules/view-columns";
import { EXTRA_PREFIX, type GridColumn, type SheetView, type ViewColumn } from "../schema";
import { isEditable, type ShownColumn } from "./grid-column";

/**
 * The columns of a sheet. They live in the address, like the rest of its view; changing them needs nothing of the server,
 * so the address is changed in place.
 */
export function useColumns(view: SheetView, canWrite: boolean) {
  const given = JSON.stringify(view.columns);
  const [own, setOwn] = useState({ given, columns: view.columns });
  // The page was read anew for another address: that one holds.
  const wanted = own.given === given ? own.columns : view.columns;
  const change = (next: ViewColumn[]) => {
    const columns = chosenColumns(next);
    setOwn({ given, columns });
    const params = viewParams({ ...view, columns });
    window.history.replaceState(null, "", params.size > 0 ? `?${params}` : window.location.pathname);
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
