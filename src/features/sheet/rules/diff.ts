import { matchingKey } from "@/anchoring/normalise";
import { ARTICLE_COLUMNS, type Column } from "../schema";
import { creditRow } from "./credit";
import { outletName } from "./outlet-book";
import type { Row } from "./row";
import { GRADES, type Known, type OutletBook } from "./world";

export type CellError = { column: string; message: string };

/** The columns in which a row asks for something else than the claim shows now, and the headers of its own. */
export type Difference = { columns: Set<Column>; extra: Set<string>; errors: CellError[] };

const PLAIN = [
  "statement",
  "quote",
  "reported_on",
  "occurred_on",
  "place",
  "status",
  "note",
] as const satisfies readonly Column[];

/**
 * Compares a row with the claim it names, relations aside. Values are compared in the form of an export, so that a cell
 * that was not touched never differs: an alias is its outlet, `25 October 2024` is `2024-10-25`.
 */
export function diffRow(row: Row, known: Known, book: OutletBook): Difference {
  const { cells } = row;
  const difference: Difference = { columns: new Set(), extra: new Set(), errors: [] };
  const textOf = (column: Column) => cells[column]?.text ?? "";
  const differs = (column: Column) => cells[column] !== undefined && textOf(column) !== known.text[column];
  for (const column of PLAIN) if (differs(column)) difference.columns.add(column);
  // An empty place means "wherever the words stand": it differs from no place. Without words there is no place.
  for (const column of ["quote_start", "quote_end"] as const) {
    if (cells[column] && differs(column) && wantedQuote(row, known) !== "") difference.columns.add(column);
  }
  if (cells.tags !== undefined && tagKeys(textOf("tags")) !== tagKeys(known.text.tags)) difference.columns.add("tags");
  for (const grade of GRADES) {
    // A grade is the importing person's own: where others outweigh it, it is none the less given.
    if (differs(grade) && textOf(grade) !== known.own[grade]) difference.columns.add(grade);
  }
  for (const [header, value] of row.extra)
    if ((value ?? "") !== (known.extra[header] ?? "")) difference.extra.add(header);
  diffCredit(row, known, book, difference);
  diffArticle(row, known, book, difference);
  return difference;
}

/** The words a row wants its claim to quote; empty for none. */
export const wantedQuote = ({ cells }: Row, known: Known): string =>
  cells.quote === undefined ? known.text.quote : (cells.quote?.value ?? "");

/** Tags are compared as the case adopts them: "baghdad" is "Baghdad". */
const tagKeys = (tags: string) => [...new Set(tags.split("; ").map(matchingKey))].join("; ");

function diffCredit(row: Row, known: Known, book: OutletBook, difference: Difference) {
  const { attribution, outlet } = row.cells;
  const untouched = (column: "attribution" | "outlet") =>
    row.cells[column] === undefined || (row.cells[column]?.text ?? "") === known.text[column];
  if (untouched("attribution") && untouched("outlet")) return;
  const articleOutlet = known.text.article_outlet ? (book.find(known.text.article_outlet) ?? null) : null;
  if (attribution === undefined || outlet === undefined) {
    const chain = attribution?.value.map((name) => outletName(book, name)).join(" > ") ?? "";
    if (attribution !== undefined && chain !== known.text.attribution) difference.columns.add("attribution");
    if (outlet === undefined) return;
    const wanted = outlet ? outletName(book, outlet.value) : (articleOutlet?.name ?? "");
    if (wanted !== known.text.outlet) difference.columns.add("outlet");
    return;
  }
  const credit = creditRow(row, articleOutlet, book);
  if ("refusal" in credit) {
    difference.errors.push({ column: "outlet", message: credit.refusal.message });
    return;
  }
  const changed =
    credit.steps.map(({ name }) => name).join(" > ") !== known.text.attribution ||
    (credit.outlet?.name ?? "") !== known.text.outlet;
  if (changed) difference.columns.add("attribution").add("outlet");
}

/** What an article is called is changed with the article, for all of its claims, not in the row of one of them. */
function diffArticle(row: Row, known: Known, book: OutletBook, difference: Difference) {
  for (const column of ARTICLE_COLUMNS) {
    const cell = row.cells[column];
    if (cell === undefined) continue;
    const wanted = column === "article_outlet" && cell ? outletName(book, cell.text) : (cell?.text ?? "");
    const shown = known.text[column];
    if (wanted === shown || (column === "article" && isAddress(wanted, row))) continue;
    const now = shown === "" ? "nothing" : `“${shown}”`;
    const message = `is ${now} here, and a sheet does not change a claim's article: leave the article columns empty`;
    difference.errors.push({ column, message });
  }
}

/** A sheet without titles names an article by its address alone, which says nothing of what it is called. */
const isAddress = (title: string, { cells }: Row) => title !== "" && Boolean(cells.article_url?.text.endsWith(title));
