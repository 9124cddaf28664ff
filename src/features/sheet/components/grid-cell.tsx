import type { ReactNode } from "react";
import { formatVagueDate } from "@/dates/format-vague-date";
import { CREDIBILITY_WORDS } from "@/features/claim/rules/grade-wording";
import { searchMarks } from "@/features/claim/rules/search-marks";
import { RELIABILITY_WORDS } from "@/features/outlet/rules";
import type { Reliability } from "@/features/outlet/schema";
import { Badge } from "@/ui/badge";
import { ClaimNumber } from "@/ui/claim-number";
import { ConfidenceWord } from "@/ui/confidence-word";
import { GradeLetter } from "@/ui/grade-chip";
import { MarkedText } from "@/ui/marked-text";
import { RelationCounts } from "@/ui/relation-counts";
import { SourceText } from "@/ui/source-text";
import type { GridRow } from "../schema";
import { cellText } from "./grid-column";

/** The columns in which a search looks. */
const SEARCHED = new Set(["statement", "quote", "outlet", "attribution", "place", "note", "tags", "article"]);

type CellContentProps = {
  row: GridRow;
  column: string;
  /** The address of the case. */
  base: string;
  /** What is searched for, folded. */
  words: readonly string[];
  /** The row's number is where the keyboard stops. */
  stops: boolean;
  /** What somebody has just written, and the server has not confirmed. */
  written: string | null;
};

/** What a cell shows of its claim. */
export function CellContent({ row, column, base, words, stops, written }: CellContentProps): ReactNode {
  const text = written ?? cellText(row, column);
  if (column === "claim") return <NumberLink row={row} base={base} stops={stops} />;
  if (text === "") return <Nothing />;
  if (written === null) {
    if (column === "relations") return <RelationCounts relations={row.relations} />;
    if (column === "reliability" || column === "credibility") return <Grade row={row} scale={column} value={text} />;
    if (column === "confidence") return <ConfidenceWord value={text} />;
    if (column === "status") return <Status value={text} />;
    if (column === "reported_on" || column === "occurred_on") return <When row={row} column={column} edtf={text} />;
    if (column === "article_published_on") return formatVagueDate(text);
  }
  const shown = column === "attribution" ? text.replaceAll(" > ", " › ") : text.replaceAll("\n", " ");
  const marks = words.length > 0 && SEARCHED.has(column) ? searchMarks(shown, words) : [];
  return (
    <SourceText clip>
      <MarkedText text={shown} marks={marks} />
    </SourceText>
  );
}

function NumberLink({ row, base, stops }: { row: GridRow; base: string; stops: boolean }) {
  return (
    <ClaimNumber
      data-focus
      number={row.number}
      href={`${base}/claims/${row.number}`}
      retracted={row.cells.status === "retracted"}
      prefetch={false}
      tabIndex={stops ? 0 : -1}
    />
  );
}

function Grade({ row, scale, value }: { row: GridRow; scale: "reliability" | "credibility"; value: string }) {
  const inherited = scale === "reliability" && row.inherited;
  const word = scale === "reliability" ? RELIABILITY_WORDS[value as Reliability] : CREDIBILITY_WORDS[value];
  const wording = `${value} ${word ?? ""}${inherited ? " (the outlet’s)" : ""}`;
  return <GradeLetter scale={scale} value={value} wording={wording} inherited={inherited} />;
}

function When({ row, column, edtf }: { row: GridRow; column: "reported_on" | "occurred_on"; edtf: string }) {
  const words = row.words[column];
  return <span title={words ? `${words} (${edtf})` : edtf}>{formatVagueDate(edtf)}</span>;
}

function Status({ value }: { value: string }) {
  if (value === "draft") return <span className="text-ink-3">draft</span>;
  return <Badge tone={value === "retracted" ? "caution" : "neutral"}>{value}</Badge>;
}

function Nothing() {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </span>
  );
}
