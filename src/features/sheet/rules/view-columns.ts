import { COLUMNS, type Column, EXTRA_PREFIX, type GridColumn, type ViewColumn } from "../schema";

type Known = Exclude<GridColumn, `${typeof EXTRA_PREFIX}${string}`>;

/** What a column is called on screen. */
const LABELS: Record<Known, string> = {
  claim: "Claim",
  statement: "Statement",
  quote: "Quote",
  outlet: "Outlet",
  attribution: "Attribution",
  relations: "Relations",
  reported_on: "Reported",
  occurred_on: "Happened",
  place: "Place",
  reliability: "Reliability",
  credibility: "Credibility",
  confidence: "Confidence",
  status: "Status",
  tags: "Tags",
  note: "Note",
  agrees_with: "Agrees with",
  contradicts: "Contradicts",
  qualifies: "Qualifies",
  updates: "Updates",
  repeats: "Repeats",
  unrelated_to: "Unrelated to",
  article: "Article",
  article_outlet: "Published by",
  article_url: "Address",
  article_author: "Author",
  article_published_on: "Published",
  article_language: "Language",
  article_sha256: "SHA-256 of the text",
  quote_start: "Quote begins at",
  quote_end: "Quote ends at",
  entered_by: "Entered by",
  entered_at: "Entered at",
  id: "Id",
  version: "Version",
};

export const columnLabel = (name: string): string =>
  name.startsWith(EXTRA_PREFIX) ? name.slice(EXTRA_PREFIX.length) : (LABELS[name as Known] ?? name);

/** The columns that a sheet shows unless told otherwise. */
const USUAL: readonly Known[] = [
  "claim",
  "statement",
  "outlet",
  "attribution",
  "reliability",
  "credibility",
  "confidence",
  "relations",
  "reported_on",
  "occurred_on",
  "status",
  "tags",
  "article",
];
const FROZEN: readonly Known[] = ["claim"];

const SIZED: readonly Known[] = [...COLUMNS.slice(0, 5), "relations", ...COLUMNS.slice(5)];

/**
 * Every column there is, in the order of a view: those it names first, as it has them, the others behind them and hidden.
 * Columns that nothing bears any longer are passed over. A view that names none means the usual ones. What is frozen comes
 * first, for it stays where the others scroll.
 */
export function arrangeColumns(wanted: readonly ViewColumn[], extra: readonly string[]): ViewColumn[] {
  const all = [...SIZED, ...extra.map((heading) => EXTRA_PREFIX + heading)];
  const known = new Set<string>(all);
  const named = (wanted.length > 0 ? wanted : usualColumns()).filter(({ name }) => known.has(name));
  const names = new Set(named.map(({ name }) => name));
  const rest = all.filter((name) => !names.has(name)).map((name): ViewColumn => ({ name, shown: false }));
  return frozenFirst([...named, ...rest]);
}

const usualColumns = (): ViewColumn[] =>
  USUAL.map((name) => ({ name, shown: true, ...(FROZEN.includes(name) && { frozen: true }) }));

function frozenFirst(columns: ViewColumn[]): ViewColumn[] {
  const isFrozen = ({ frozen, shown }: ViewColumn) => frozen === true && shown;
  return [...columns.filter(isFrozen), ...columns.filter((column) => !isFrozen(column))];
}

/** The columns of the file that a view's cells are read from. */
export function columnsToRead(wanted: readonly ViewColumn[]): Column[] {
  const shown = shownColumns(wanted).map(({ name }) => name);
  return COLUMNS.filter((column) => shown.includes(column));
}

/** The columns that a view shows, in their order. What it names of somebody's own is believed to be there. */
export function shownColumns(wanted: readonly ViewColumn[]): ViewColumn[] {
  const own = wanted.flatMap(({ name }) => (name.startsWith(EXTRA_PREFIX) ? name.slice(EXTRA_PREFIX.length) : []));
  return arrangeColumns(wanted, own).filter(({ shown }) => shown);
}

const WIDTHS: Partial<Record<Known, number>> = {
  claim: 72,
  statement: 440,
  quote: 360,
  outlet: 150,
  attribution: 190,
  relations: 120,
  reported_on: 116,
  occurred_on: 150,
  reliability: 92,
  credibility: 92,
  confidence: 100,
  status: 90,
  tags: 140,
  note: 220,
  article: 220,
  article_url: 200,
  article_author: 140,
  article_language: 84,
  quote_start: 110,
  quote_end: 110,
  entered_at: 150,
  version: 76,
};
const USUAL_WIDTH = 140;

/** In pixels. */
export const widthOf = ({ name, width }: ViewColumn): number => width ?? WIDTHS[name as Known] ?? USUAL_WIDTH;

/** The shown columns as an address or a saved view keeps them; none where they are the usual ones. */
export function chosenColumns(columns: readonly ViewColumn[]): ViewColumn[] {
  const shown = columns.filter((column) => column.shown);
  const usual = arrangeColumns([], []).filter((column) => column.shown);
  return JSON.stringify(shown.map(plain)) === JSON.stringify(usual.map(plain)) ? [] : shown;
}

const plain = ({ name, width, frozen }: ViewColumn) => [name, width ?? 0, frozen ?? false];

/** Moves a column by one place among the shown ones, or to the place of another; frozen ones stay among their like. */
export function moveColumn(columns: readonly ViewColumn[], name: string, to: string | 1 | -1): ViewColumn[] {
  const shown = columns.filter((column) => column.shown);
  const from = shown.findIndex((column) => column.name === name);
  const target = typeof to === "string" ? shown.findIndex((column) => column.name === to) : from + to;
  const column = shown[from];
  const other = shown[target];
  if (!column || !other || from === target || (column.frozen ?? false) !== (other.frozen ?? false)) return [...columns];
  const moved = shown.toSpliced(from, 1).toSpliced(target, 0, column);
  return [...moved, ...columns.filter((each) => !each.shown)];
}

/** A column with something else of it changed. */
export function changeColumn(
  columns: readonly ViewColumn[],
  name: string,
  change: Partial<Omit<ViewColumn, "name">>,
): ViewColumn[] {
  const changed = columns.map((column) => (column.name === name ? { ...column, ...change } : column));
  const shown = changed.filter((column) => column.shown);
  // A sheet without its claims' numbers leads nowhere.
  if (shown.length === 0) return [...columns];
  return frozenFirst([...shown, ...changed.filter((column) => !column.shown)]);
}
