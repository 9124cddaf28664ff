import { around, boxOf, type Item, median } from "./page";

/** How wide a white strip must be, in letters' heights, to part columns; and to part what stands one above the other. */
const GUTTER = 1;
const GAP = 0.9;
/** Fewer lines, or narrower ones, are a table or a list beside its marks, which is read line by line. */
const LEAST_LINES = 4;
const LEAST_WIDTH = 12;
const DEPTH = 12;

/**
 * Parts a page into areas that are read one after the other, by the white between them: what stands one above the other,
 * then columns beside each other, again and again (recursive XY cut; Nagy and Seth 1984).
 */
export function areasOf(items: readonly Item[], rtl: boolean, depth = 0): Item[][] {
  if (items.length === 0) return [];
  if (depth >= DEPTH) return [[...items]];
  const columns = cutColumns(items);
  if (columns) return (rtl ? columns.toReversed() : columns).flatMap((column) => areasOf(column, rtl, depth + 1));
  const rows = cutRows(items);
  if (rows.some((row) => cutColumns(row) !== null))
    return joinUncut(rows).flatMap((row) => areasOf(row, rtl, depth + 1));
  return [[...items]];
}

/** Rows that have no columns stay together where they follow one another: paragraphs are told by what they hold. */
function joinUncut(rows: Item[][]): Item[][] {
  const joined: Item[][] = [];
  let open: Item[] | null = null;
  for (const row of rows) {
    if (cutColumns(row)) {
      joined.push(row);
      open = null;
    } else if (open) open.push(...row);
    else {
      open = [...row];
      joined.push(open);
    }
  }
  return joined;
}

function cutRows(items: readonly Item[]): Item[][] {
  const size = median(items.map(([, , , , each]) => each));
  const sorted = items.toSorted((a, b) => b[2] - a[2]);
  const rows: Item[][] = [];
  let lowest = Infinity;
  for (const item of sorted) {
    const { bottom, top } = boxOf(item);
    const last = rows.at(-1);
    if (last && lowest - top < GAP * size) last.push(item);
    else rows.push([item]);
    lowest = Math.min(lowest, bottom);
  }
  return rows;
}

/** The items of two or more columns from left to right, or null where these are none. */
function cutColumns(items: readonly Item[]): Item[][] | null {
  const size = median(items.map(([, , , , each]) => each));
  const sorted = items.filter(([text]) => text.trim() !== "").toSorted((a, b) => a[1] - b[1]);
  const columns: Item[][] = [];
  let edge = -Infinity;
  for (const item of sorted) {
    const { left, right } = boxOf(item);
    const last = columns.at(-1);
    if (last && left - edge < GUTTER * size) last.push(item);
    else columns.push([item]);
    edge = Math.max(edge, right);
  }
  return columns.length > 1 && columns.every((column) => isColumn(column, size)) ? columns : null;
}

function isColumn(items: readonly Item[], size: number): boolean {
  const { left, right, bottom, top } = around(items.map(boxOf));
  const lines = new Set(items.map(([, , y]) => Math.round(y / (size / 2 || 1)))).size;
  return lines >= LEAST_LINES && right - left >= LEAST_WIDTH * size && top - bottom >= LEAST_LINES * size;
}
