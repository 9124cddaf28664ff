import type { ImportError } from "../schema";
import { type ArticleOfRow, articleFinder } from "./articles";
import { creditRow } from "./credit";
import { type CellError, type Difference, diffRow } from "./diff";
import { type Match, matchRows } from "./match";
import { assignNumbers } from "./numbers";
import type { RelationDetails } from "./relation-details";
import { type End, planRelations, type RelationPlan } from "./relations";
import type { Row } from "./row";
import type { Known, World } from "./world";

export type PlannedCreate = { rowIndex: number; row: Row; number: number; article: ArticleOfRow };
export type PlannedUpdate = { rowIndex: number; row: Row; known: Known; difference: Difference };

/** What an import would do. A dry run tells this; a real one does it. */
export type Plan = {
  creates: PlannedCreate[];
  updates: PlannedUpdate[];
  unchanged: number;
  /** The claims of those rows, by the row's place. */
  same: Map<number, Known>;
  relations: Pick<RelationPlan, "add" | "withdraw">;
  /** Rows that do nothing, because something in them is wrong. */
  refused: Set<number>;
  errors: ImportError[];
};

type Draft = { match: Match; difference: Difference | null; article: ArticleOfRow };

/**
 * Plans a whole sheet before anything is written. `details` say more of its relations; `faults` are what was found in rows
 * by other means (`checkQuotes`).
 */
export function planSheet(
  rows: readonly Row[],
  world: World,
  details?: RelationDetails,
  faults: readonly ImportError[] = [],
): Plan {
  const errors = [...rows.flatMap((row) => row.errors), ...labelledTwice(rows), ...faults];
  const refused = new Set<number>();
  const byRow = new Set(errors.map(({ row }) => row));
  for (const [index, { row }] of rows.entries()) if (byRow.has(row)) refused.add(index);
  const refuse = (index: number, faults: readonly CellError[]) => {
    const row = rows[index]?.row ?? 0;
    for (const { column, message } of faults) errors.push({ row, column, message });
    if (faults.length > 0) refused.add(index);
  };
  const matches = matchRows(rows, world);
  const findArticle = articleFinder(world.articles, world.outlets);
  const drafts = rows.map((row, index): Draft => {
    const match = matches[index] ?? { known: null, errors: [] };
    refuse(index, match.errors);
    if (match.known) {
      const difference = diffRow(row, match.known, world.outlets);
      refuse(index, [...difference.errors, ...refuseChange(row, match.known, difference)]);
      return { match, difference, article: { is: "none" } };
    }
    const nowhere: ArticleOfRow = { is: "none" };
    if (refused.has(index)) return { match, difference: null, article: nowhere };
    const article = findArticle(row);
    const found = "errors" in article ? nowhere : article;
    refuse(index, ["errors" in article ? article.errors : [], refuseNew(row, found, world)].flat());
    return { match, difference: null, article: found };
  });
  const relations = planRelations(rows, matches, world, refused, details);
  for (const { rowIndex, ...fault } of relations.errors) refuse(rowIndex, [fault]);
  for (const { rowIndex, ...fault } of relations.left) errors.push({ row: rows[rowIndex]?.row ?? 0, ...fault });
  const relating = new Set([...relations.add, ...relations.withdraw].map(({ rowIndex }) => rowIndex));
  for (const [index, { match, difference }] of drafts.entries()) {
    const changes = difference && (isChange(difference) || relating.has(index));
    if (changes && !refused.has(index)) refuse(index, refuseStale(rows[index], match));
  }
  return {
    ...sortOut(rows, drafts, world, refused, relating),
    relations: withoutRefused(relations, refused),
    refused,
    errors: inOrder(errors),
  };
}

/** One number, two rows: relations that name it could mean either. */
function labelledTwice(rows: readonly Row[]): ImportError[] {
  const first = new Map<number, number>();
  return rows.flatMap(({ row, cells }) => {
    const number = cells.claim?.value;
    if (number === undefined) return [];
    const other = first.get(number);
    first.set(number, other ?? row);
    return other === undefined ? [] : [{ row, column: "claim", message: `is the number of row ${other} too` }];
  });
}

function refuseNew(row: Row, article: ArticleOfRow, world: World): CellError[] {
  const errors: CellError[] = [];
  if (!row.cells.statement) {
    const named = row.cells.id
      ? "No claim of this case has this id, and a"
      : row.cells.claim
        ? "No claim of this case has this number, and a"
        : "A";
    errors.push({ column: "statement", message: `${named} new claim needs a statement` });
  }
  const { quote_start: start, quote_end: end } = row.cells;
  if (row.cells.quote && Boolean(start) !== Boolean(end))
    errors.push({
      column: start ? "quote_end" : "quote_start",
      message: "goes together with the other end of the quote",
    });
  const name = article.is === "none" ? "" : article.article.outlet;
  const credit = creditRow(row, (name && world.outlets.find(name)) || null, world.outlets);
  if ("refusal" in credit) errors.push({ column: credit.refusal.path, message: credit.refusal.message });
  return errors;
}

/** What no person could change by hand either. */
function refuseChange(row: Row, known: Known, { columns, extra }: Difference): CellError[] {
  const errors: CellError[] = [];
  if (columns.has("quote") && row.cells.quote && !known.articleId) {
    errors.push({ column: "quote", message: "needs an article: this claim was entered without one" });
  }
  const returns = row.cells.status && row.cells.status.value !== "retracted";
  if (known.retracted && !returns && columns.size + extra.size > 0) {
    const column = [...columns, ...extra][0] ?? "";
    errors.push({
      column,
      message: "cannot be changed: the claim is retracted. Set its status to draft to bring it back",
    });
  }
  return errors;
}

const isChange = ({ columns, extra }: Difference) => columns.size > 0 || extra.size > 0;

/** A version belongs to the claim of this case: beside a claim's id of another case it says nothing here. */
function refuseStale(row: Row | undefined, { known }: Match): CellError[] {
  const version = row?.cells.version?.value;
  const foreign = row?.cells.id !== undefined && row.cells.id?.value.toLowerCase() !== known?.id;
  if (!known || version === undefined || foreign || version === known.version) return [];
  const message = `is ${version}, but C-${known.number} was changed since and is at version ${known.version}: export it again`;
  return [{ column: "version", message }];
}

function sortOut(
  rows: readonly Row[],
  drafts: readonly Draft[],
  world: World,
  refused: ReadonlySet<number>,
  relating: ReadonlySet<number>,
) {
  const updates: PlannedUpdate[] = [];
  const fresh: Omit<PlannedCreate, "number">[] = [];
  const same = new Map<number, Known>();
  for (const [rowIndex, { match, difference, article }] of drafts.entries()) {
    const row = rows[rowIndex];
    if (!row || refused.has(rowIndex)) continue;
    if (!match.known || !difference) fresh.push({ rowIndex, row, article });
    else if (isChange(difference) || relating.has(rowIndex))
      updates.push({ rowIndex, row, known: match.known, difference });
    else same.set(rowIndex, match.known);
  }
  const wishes = fresh.map(({ row }) => row.cells.claim?.value);
  const numbers = assignNumbers(wishes, world.taken, world.nextNumber);
  const creates = fresh.map((create, index) => ({ ...create, number: numbers[index] ?? world.nextNumber }));
  return { creates, updates, unchanged: same.size, same };
}

/** A stale row is found out late: what it was to add goes with it. */
function withoutRefused({ add, withdraw }: RelationPlan, refused: ReadonlySet<number>) {
  const lands = (end: End) => "id" in end || !refused.has(end.rowIndex);
  return {
    add: add.filter(({ rowIndex, from, to }) => !refused.has(rowIndex) && lands(from) && lands(to)),
    withdraw: withdraw.filter(({ rowIndex }) => !refused.has(rowIndex)),
  };
}

const inOrder = (errors: ImportError[]) => errors.toSorted((a, b) => a.row - b.row);
