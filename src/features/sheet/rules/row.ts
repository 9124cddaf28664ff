import { COLUMNS, type Column, type ImportError, MAX_CELL, SheetRow } from "../schema";
import { readCell } from "./cells";
import type { Layout } from "./columns";
import type { DateOrder } from "./date-order";
import { joinerOf } from "./mapping";
import { readLoosely } from "./read-loosely";

/** A value with the text an export would show for it; null where the cell clears. */
export type Cell<T> = { value: T; text: string } | null;
type Cells = { [C in Column]?: Cell<SheetRow[C]> };

/** A row as it was read: only cells that say something. */
export type Row = {
  row: number;
  cells: Cells;
  extra: Map<string, string | null>;
  /** The text of cells that cannot be read. */
  unread: Map<string, string>;
  errors: ImportError[];
};

/** Whether a row comes from an export, where an empty cell says that there is nothing, not that nobody filled it in. */
export const isExported = ({ cells }: Row) => Boolean(cells.id && cells.entered_at);

const isBlank = (records: string[]) => records.every((cell) => cell.trim() === "");

/** Columns that mean nothing when they are cleared: a row always has these. */
const NOT_CLEARED: readonly Column[] = ["claim", "statement", "status", "id", "version"];

/** Reads one record; null for an empty one. Every fault is told by its column. */
export function readRow(row: number, record: string[], layout: Layout): Row | null {
  if (isBlank(record)) return null;
  const read: Row = { row, cells: {}, extra: new Map(), unread: new Map(), errors: [] };
  const refuse = (column: string, message: string) => read.errors.push({ row, column, message });
  for (const column of COLUMNS) {
    const from = layout.known.get(column);
    if (from === undefined) continue;
    const how = { dates: layout.dates, pair: feedsBothGrades(layout, from) };
    readKnown(read, column, joinCells(record, from, column), how, refuse);
  }
  for (const [header, index] of layout.extra) {
    const cell = readCell(record[index] ?? "");
    if (cell.is === "cleared") read.extra.set(header, null);
    if (cell.is !== "given") continue;
    if (cell.text.includes("\u0000") || !cell.text.isWellFormed()) refuse(header, "contains broken characters");
    else if (cell.text.length > MAX_CELL) refuse(header, `must have at most ${MAX_CELL} characters`);
    else read.extra.set(header, cell.text);
  }
  const stray = record.findIndex((cell, index) => index >= layout.width && cell.trim() !== "");
  if (stray >= 0) refuse("", `Cell ${stray + 1} stands in a column without a heading.`);
  return read;
}

function joinCells(record: readonly string[], from: readonly number[], column: Column): string {
  const [only = 0, ...more] = from;
  if (more.length === 0) return record[only] ?? "";
  const filled = from.map((index) => record[index] ?? "").filter((cell) => cell.trim() !== "");
  return filled.join(joinerOf(column) ?? " ");
}

const feedsBothGrades = ({ known }: Layout, [index]: readonly number[]) =>
  index !== undefined && known.get("reliability")?.[0] === index && known.get("credibility")?.[0] === index;

type How = { dates: DateOrder | null; pair: boolean };

function readKnown(
  read: Row,
  column: Column,
  raw: string,
  how: How,
  refuse: (column: string, message: string) => void,
) {
  const cell = readCell(raw);
  if (cell.is === "left") return;
  if (cell.is === "cleared") {
    if (NOT_CLEARED.includes(column)) refuse(column, "cannot be cleared");
    else Object.assign(read.cells, { [column]: null });
    return;
  }
  const decoded = REPEATED.has(column) ? decodeRepeated(column, cell.text, how) : decode(column, cell.text, how);
  if (typeof decoded === "string") {
    read.unread.set(column, cell.text);
    refuse(column, decoded);
  } else Object.assign(read.cells, { [column]: decoded });
}

/** The cell, or what is wrong with it. Loosely only where it cannot be read as it is. */
function decode(column: Column, text: string, how: How): Cell<unknown> | string {
  const codec: (typeof SheetRow.shape)[Column] = SheetRow.shape[column];
  let result = codec.safeDecode(text);
  if (!result.success) {
    const loose = readLoosely(column, text, how);
    const message = result.error.issues[0]?.message ?? "cannot be read";
    if (loose === null) return message;
    result = codec.safeDecode(loose);
    if (!result.success) return message;
  }
  return { value: result.data, text: showValue(column, result.data) };
}

/** Columns in which many rows say the same; reading a date takes longer than reading the rest of its row. */
const REPEATED = new Set<Column>([
  "reported_on",
  "occurred_on",
  "outlet",
  "attribution",
  "tags",
  "article",
  "article_outlet",
  "article_url",
  "article_author",
  "article_published_on",
  "article_language",
]);
const MAX_REMEMBERED = 5000;
const remembered = new Map<string, Cell<unknown> | string>();

function decodeRepeated(column: Column, text: string, how: How): Cell<unknown> | string {
  const key = `${column} ${how.dates} ${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const decoded = decode(column, text, how);
  remembered.set(key, decoded);
  return decoded;
}

/** A value as an export shows it. */
export const showValue = (column: Column, value: unknown): string =>
  (SheetRow.shape[column] as { encode: (value: unknown) => string }).encode(value);
