import type { ReactNode } from "react";
import { COLUMNS, type Column } from "../schema";

/** What each column takes, in the order of an export. */
const TAKES: Record<Column, ReactNode> = {
  claim: "The number, such as C-12. A number of this case changes that claim; one that is free is kept.",
  statement: "What is claimed. The only column that a new claim needs.",
  quote: "The words of the article, to the letter.",
  outlet: "A known name or alias, or a new one.",
  attribution: "From the outlet to who is said to know: UTV > Ahmed Mulla Talal.",
  reported_on: "EDTF, or words: 2024-02-18, 2024-02, late October 2024.",
  occurred_on: "The same.",
  place: "One line.",
  reliability: "A to F: your own grade.",
  credibility: "1 to 6: your own grade.",
  confidence: "low, moderate or high: your own.",
  status: "draft, reviewed or retracted.",
  tags: "With semicolons between them.",
  note: "For the team.",
  agrees_with: "Numbers of claims in this sheet or the case: C-4; C-9.",
  contradicts: "The same.",
  qualifies: "The same.",
  updates: "The same: the earlier claims.",
  repeats: "The same: the claims that it was copied from.",
  unrelated_to: "The same.",
  article: "Its title.",
  article_outlet: "Who published it.",
  article_url: "Where it stands.",
  article_author: "Who wrote it.",
  article_published_on: "As the dates above.",
  article_language: "Such as en or ar.",
  article_sha256: "Tells versions of its text apart. Leave it as it was exported.",
  quote_start: "Where the quote begins in that text, in UTF-16 units.",
  quote_end: "Where it ends.",
  entered_by: "Exported only.",
  entered_at: "Exported only.",
  id: "A known one changes that claim.",
  version: "As exported: a row that somebody changed since is refused instead of overwritten.",
};

/** The columns of the claim sheet, explained. */
export function ColumnGuide() {
  return (
    <dl className="grid max-w-form grid-cols-[11rem_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm max-sm:grid-cols-1">
      {COLUMNS.map((column) => (
        <div key={column} className="contents">
          <dt className="font-mono text-xs leading-5">{column}</dt>
          <dd className="text-ink-2 max-sm:mb-1.5">{TAKES[column]}</dd>
        </div>
      ))}
    </dl>
  );
}
