import { VagueDate } from "@/dates/vague-date";
import { refuseName } from "@/features/outlet/rules";
import {
  type CellEdit,
  COLUMNS,
  type Column,
  EDITABLE_COLUMNS,
  type EditableColumn,
  EXTRA_PREFIX,
  relationColumns,
  SheetRow,
} from "../schema";

/** What is wrong with one of the edits, by its place among them. */
export type EditFault = { index: number; message: string };

/** What edits ask of one claim: values as the sheet's codecs read them, null where a cell is cleared. */
export type Wishes = {
  claimId: string;
  version: number | undefined;
  cells: { [C in EditableColumn]?: SheetRow[C] | null };
  extra: Map<string, string | null>;
  /** Of an undo: what each step of the attribution is, whatever the team knows by its name. */
  kinds?: Map<string, "outlet" | "source">;
  /** The place of each edit, by its column. */
  places: Map<string, number>;
};

/** Puts edits together by claim, reading each cell. Every fault is told by the edit it is in. */
export function readEdits(edits: readonly CellEdit[]): { wishes: Wishes[]; faults: EditFault[] } {
  const byClaim = new Map<string, Wishes>();
  const faults: EditFault[] = [];
  for (const [index, edit] of edits.entries()) {
    const wishes = byClaim.get(edit.claimId) ?? newWishes(edit);
    byClaim.set(edit.claimId, wishes);
    const message = readEdit(wishes, edit, index);
    if (message !== null) faults.push({ index, message });
  }
  return { wishes: [...byClaim.values()], faults };
}

const newWishes = ({ claimId, version }: CellEdit): Wishes => ({
  claimId,
  version,
  cells: {},
  extra: new Map(),
  places: new Map(),
});

function readEdit(wishes: Wishes, edit: CellEdit, index: number): string | null {
  const { column } = edit;
  if (wishes.places.has(column)) return "is changed twice at once";
  if (edit.version !== undefined && wishes.version !== undefined && edit.version !== wishes.version)
    return "names another version of the claim than its other cells";
  wishes.version ??= edit.version;
  wishes.places.set(column, index);
  if (column.startsWith(EXTRA_PREFIX)) return readExtra(wishes, column.slice(EXTRA_PREFIX.length), edit.text);
  if (!isEditable(column)) return whyNot(column);
  return readKnown(wishes, column, edit);
}

const isEditable = (column: string): column is EditableColumn =>
  (EDITABLE_COLUMNS as readonly string[]).includes(column);

function whyNot(column: string): string {
  if (column === "relations" || relationColumns.some((each) => each === column))
    return "is not written in: relations are recorded between two claims";
  if (column === "quote" || column.startsWith("quote_")) return "is not written in: quotes are chosen in their article";
  if (column.startsWith("article")) return "is not written in: articles are changed for all of their claims";
  return COLUMNS.some((each) => each === column) ? "is not written in" : "is not a column of the sheet";
}

const spreadsheetBreaks = /\r\n?/g;

function readExtra(wishes: Wishes, heading: string, text: string): string | null {
  if (heading.trim() === "" || heading !== heading.trim()) return "is not a column of the sheet";
  if (COLUMNS.some((each) => each === heading.toLowerCase())) return "is not a column of the sheet";
  if (text.includes("\u0000") || !text.isWellFormed() || !heading.isWellFormed()) return "contains broken characters";
  wishes.extra.set(heading, text.trim() === "" ? null : text.replace(spreadsheetBreaks, "\n"));
  return null;
}

const NEVER_EMPTY: readonly Column[] = ["statement", "status"];

function readKnown(wishes: Wishes, column: EditableColumn, { text, stored }: CellEdit): string | null {
  if (column === "attribution" && stored?.chain) return readChain(wishes, stored.chain);
  if (text.trim() === "") {
    if (NEVER_EMPTY.includes(column)) return "must not be empty";
    Object.assign(wishes.cells, { [column]: null });
    return null;
  }
  const isDate = column === "reported_on" || column === "occurred_on";
  const result =
    isDate && stored?.edtf !== undefined
      ? VagueDate.safeParse({ edtf: stored.edtf, words: text })
      : SheetRow.shape[column].safeDecode(text.replace(spreadsheetBreaks, "\n"));
  if (!result.success) return result.error.issues[0]?.message ?? "cannot be read";
  Object.assign(wishes.cells, { [column]: result.data });
  return null;
}

type StoredChain = NonNullable<NonNullable<CellEdit["stored"]>["chain"]>;

function readChain(wishes: Wishes, chain: StoredChain): string | null {
  for (const { kind, name } of chain) {
    const refusal = kind === "outlet" ? refuseName(name) : null;
    if (refusal) return refusal.message;
  }
  wishes.cells.attribution = chain.map(({ name }) => name);
  wishes.kinds = new Map(chain.map(({ kind, name }) => [name, kind]));
  return null;
}
