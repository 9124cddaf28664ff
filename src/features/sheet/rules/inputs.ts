import type { z } from "zod";
import type { KnownOutlet } from "@/features/claim/rules/attribution";
import type { ChangeClaim, QuoteInput, RecordClaim } from "@/features/claim/schema";
import { creditRow } from "./credit";
import { wantedQuote } from "./diff";
import type { PlannedUpdate } from "./plan";
import { isExported, type Row } from "./row";
import type { OutletBook } from "./world";

type Recorded = z.output<typeof RecordClaim>;
type Changed = z.output<typeof ChangeClaim>;

/** The place of a new claim: its article with the version it quotes, as they are now in the case. */
export type Place = { articleId: string; versionId: string; outlet: KnownOutlet | null };

/** A new row as what a person would enter. Cells that are empty or cleared say nothing. */
export function recordInput(row: Row, place: Place | null, book: OutletBook): Recorded {
  const { cells } = row;
  return {
    statement: cells.statement?.value ?? "",
    articleId: place?.articleId ?? null,
    quote: place ? quoteInput(row, row.cells.quote?.value ?? "", place.versionId) : null,
    attribution: cells.attribution?.value ?? [],
    outlet: cells.outlet?.value ?? null,
    reportedOn: cells.reported_on?.value ?? null,
    occurredOn: cells.occurred_on?.value ?? null,
    place: cells.place?.value ?? null,
    reliability: ownReliability(row, book),
    credibility: cells.credibility?.value ?? null,
    confidence: cells.confidence?.value ?? null,
    tags: cells.tags?.value ?? [],
    note: cells.note?.value ?? "",
  };
}

/** What a new row says beyond that. A retracted claim is retracted at the end, when its relations are recorded. */
export function importedInput(row: Row, number: number, place: Place | null, book: OutletBook) {
  const { status, id } = row.cells;
  const credit = creditRow(row, place?.outlet ?? null, book);
  const steps = "steps" in credit ? credit.steps : [];
  return {
    number,
    status: status?.value === "reviewed" ? ("reviewed" as const) : ("draft" as const),
    extra: Object.fromEntries([...row.extra].flatMap(([header, value]) => (value === null ? [] : [[header, value]]))),
    importedId: id?.value,
    sources: steps.flatMap(({ kind, name }) => (kind === "source" ? [name] : [])),
  };
}

/**
 * A sheet shows the outlet's reliability where nobody graded the claim. A row that was exported so does not
 * make a judgement of this person's out of it.
 */
function ownReliability(row: Row, book: OutletBook): Recorded["reliability"] {
  const { cells } = row;
  const grade = cells.reliability?.value ?? null;
  const outlets = cells.outlet && book.find(cells.outlet.value)?.reliability;
  return isExported(row) && grade === outlets ? null : grade;
}

function quoteInput({ cells }: Row, exact: string, versionId: string | null): QuoteInput | null {
  if (exact === "") return null;
  return {
    exact,
    start: cells.quote_start?.value,
    end: cells.quote_end?.value,
    versionId: versionId ?? undefined,
  };
}

/** The fields in which a row differs from its claim; a cell that clears gives null. */
export function changeInput({ row, known, difference }: PlannedUpdate): Changed {
  const { cells } = row;
  const { columns } = difference;
  const changed: Changed = {};
  if (columns.has("statement") && cells.statement) changed.statement = cells.statement.value;
  if (["quote", "quote_start", "quote_end"].some((column) => columns.has(column as "quote"))) {
    changed.quote = quoteInput(row, wantedQuote(row, known), known.quotedVersionId);
  }
  if (columns.has("attribution") || columns.has("outlet")) {
    if (cells.attribution !== undefined) changed.attribution = cells.attribution?.value ?? [];
    if (cells.outlet !== undefined) changed.outlet = cells.outlet?.value ?? null;
  }
  if (columns.has("reported_on")) changed.reportedOn = cells.reported_on?.value ?? null;
  if (columns.has("occurred_on")) changed.occurredOn = cells.occurred_on?.value ?? null;
  if (columns.has("place")) changed.place = cells.place?.value ?? null;
  if (columns.has("reliability")) changed.reliability = cells.reliability?.value ?? null;
  if (columns.has("credibility")) changed.credibility = cells.credibility?.value ?? null;
  if (columns.has("confidence")) changed.confidence = cells.confidence?.value ?? null;
  if (columns.has("tags")) changed.tags = cells.tags?.value ?? [];
  if (columns.has("note")) changed.note = cells.note?.value ?? "";
  const status = columns.has("status") ? cells.status?.value : undefined;
  if (status === "draft" || status === "reviewed") changed.status = status;
  return changed;
}

/** The claim's own columns with what the row changes in them. */
export function changedExtra({ row, known }: PlannedUpdate): Record<string, string> {
  const extra = new Map(Object.entries(known.extra));
  for (const [header, value] of row.extra) {
    if (value === null) extra.delete(header);
    else extra.set(header, value);
  }
  return Object.fromEntries(extra);
}
