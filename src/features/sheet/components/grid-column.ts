import { EDITABLE_COLUMNS, EXTRA_PREFIX, type GridColumn, type GridRow, type ViewColumn } from "../schema";

/** A shown column, where it stands and how wide it is. */
export type ShownColumn = {
  name: GridColumn;
  label: string;
  /** In pixels, from the start of the row. */
  start: number;
  width: number;
  frozen: boolean;
  /** Whether the reader may write in its cells. */
  writable: boolean;
  /** What the file's codec knows of it; null for the columns of one's own. */
  wanted: ViewColumn;
};

export const isEditable = (name: string): boolean =>
  name.startsWith(EXTRA_PREFIX) || (EDITABLE_COLUMNS as readonly string[]).includes(name);

/** What a cell says, as a file would have it; empty where it says nothing. */
export function cellText(row: GridRow, name: string): string {
  if (name.startsWith(EXTRA_PREFIX)) return row.extra[name.slice(EXTRA_PREFIX.length)] ?? "";
  if (name === "relations") {
    return Object.entries(row.relations)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(", ");
  }
  return row.cells[name as keyof GridRow["cells"]] ?? "";
}

/** What a cell begins with when somebody writes in it: a date in the words it was typed in. */
export function writtenText(row: GridRow, name: string): string {
  return (name === "reported_on" || name === "occurred_on" ? row.words[name] : undefined) ?? cellText(row, name);
}
