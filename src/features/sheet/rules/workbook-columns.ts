import { COLUMNS, type Column } from "../schema";
import type { CellKind, WorkbookColumn } from "./workbook-xml";

const KINDS: Partial<Record<Column, CellKind>> = {
  credibility: "number",
  reported_on: "date",
  occurred_on: "date",
  article_published_on: "date",
  article_url: "link",
  quote_start: "number",
  quote_end: "number",
  entered_at: "moment",
  version: "number",
};

/** Widths in characters: prose is wide, what is a word or a number is not. */
const WIDTHS: Partial<Record<Column, number>> = {
  claim: 8,
  statement: 60,
  quote: 50,
  outlet: 22,
  attribution: 30,
  note: 40,
  tags: 22,
  article: 34,
  article_url: 34,
  id: 38,
};

/** The columns of the sheet `Claims`: those of the claim sheet, then its own. */
export const claimColumns = (extra: readonly string[]): WorkbookColumn[] => [
  ...COLUMNS.map((header) => ({ header, kind: KINDS[header] ?? "text", width: WIDTHS[header] ?? 14 })),
  ...extra.map((header) => ({ header, kind: "text" as const, width: 20 })),
];

const column = (header: string, width = 14, kind: CellKind = "text"): WorkbookColumn => ({ header, kind, width });

/** One row a judgement; a ruling stands beside each of its pair. `from` and `to` are as the judge had them. */
export const RELATION_SHEET = [
  column("from", 8),
  column("to", 8),
  column("kind"),
  column("about"),
  column("rationale", 60),
  column("confidence"),
  column("judge", 22),
  column("judged_at", 20, "moment"),
  column("standing"),
  column("ruling"),
  column("ruling_from"),
  column("ruling_about"),
  column("ruling_rationale", 60),
  column("ruled_by", 22),
  column("ruled_at", 20, "moment"),
  column("relation_id", 38),
];

export const ARTICLE_SHEET = [
  column("article", 44),
  column("article_outlet", 22),
  column("article_url", 44, "link"),
  column("article_author", 22),
  column("article_published_on", 14, "date"),
  column("article_language"),
  column("article_sha256", 34),
  column("captured_at", 20, "moment"),
  column("versions", 10, "number"),
  column("claims", 10, "number"),
  column("id", 38),
];

export const OUTLET_SHEET = [
  column("outlet", 28),
  column("aliases", 34),
  column("domains", 28),
  column("owner", 22),
  column("language"),
  column("country"),
  column("reliability"),
  column("claims", 10, "number"),
  column("articles", 10, "number"),
  column("id", 38),
];

export const FINDING_SHEET = [
  column("question", 50),
  column("outcome", 18),
  column("preferred", 20),
  column("rationale", 60),
  column("likelihood", 20),
  column("confidence"),
  column("status"),
  column("claims", 30),
  column("author", 22),
  column("signed_by", 22),
  column("signed_at", 20, "moment"),
  column("created_at", 20, "moment"),
  column("id", 38),
];

export const LONG_TEXT_SHEET = [
  column("sheet"),
  column("row", 10, "number"),
  column("column", 20),
  column("part", 8, "number"),
  column("text", 80),
];

export const ABOUT_SHEET = [column("about", 34), column("value", 90)];
