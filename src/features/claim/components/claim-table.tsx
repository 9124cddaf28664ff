"use client";

import type { KeyboardEvent, Ref } from "react";
import { formatVagueDate } from "@/dates/format-vague-date";
import { Badge } from "@/ui/badge";
import { ClaimNumber } from "@/ui/claim-number";
import { cn } from "@/ui/class-names";
import { ConfidenceWord } from "@/ui/confidence-word";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { GradeChip } from "@/ui/grade-chip";
import { RELATION_SIGNS } from "@/ui/relation-glyph";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import { gradeWording } from "../rules/grade-wording";
import type { Claim, ClaimSort } from "../schema";

type ClaimTableProps = {
  claims: Claim[];
  /** The address of the case. */
  base: string;
  sort: ClaimSort;
  sortHref: (sort: ClaimSort) => string;
  /** The row in focus: the only one that Tab stops at. */
  focused: string | null;
  /** The row that is shown in full beside the table. */
  opened: string | null;
  onFocus: (claimId: string) => void;
  /** A click on a row, or Space: shows it in full, or no longer. */
  onToggle: (claimId: string) => void;
  tableRef: Ref<HTMLDivElement>;
};

/** What the page's head and its filters leave of the window; what is in focus never hides under the sticky parts. */
const FILL = "max-h-[calc(100dvh-var(--shell-top)-var(--shell-bottom)-12.5rem)] scroll-ps-20 scroll-pt-9";

/** The claim sheet: a claim a row, one line each. */
export function ClaimTable(props: ClaimTableProps) {
  const { claims, sort, sortHref, focused } = props;
  const stop = claims.find(({ id }) => id === focused)?.id ?? claims[0]?.id;
  const sorted = (field: "number" | "reportedOn") =>
    sort === field ? ("ascending" as const) : sort === `-${field}` ? ("descending" as const) : null;
  const turned = (field: "number" | "reportedOn") => sortHref(sort === field ? `-${field}` : field);
  return (
    <div ref={props.tableRef}>
      <DataTable caption="The claim sheet" fill className={FILL}>
        <TableHead>
          <TableHeader sticky sort={sorted("number")} sortHref={turned("number")} className="w-16">
            Claim
          </TableHeader>
          <TableHeader className="w-full min-w-120">Statement</TableHeader>
          <TableHeader className="min-w-32">Outlet</TableHeader>
          <TableHeader className="min-w-40">Attribution</TableHeader>
          <TableHeader>Grade</TableHeader>
          <TableHeader>Confidence</TableHeader>
          <TableHeader>Relations</TableHeader>
          <TableHeader sort={sorted("reportedOn")} sortHref={turned("reportedOn")}>
            Reported
          </TableHeader>
          <TableHeader>Happened</TableHeader>
          <TableHeader>Status</TableHeader>
          <TableHeader className="min-w-32">Tags</TableHeader>
          <TableHeader className="min-w-40">Article</TableHeader>
        </TableHead>
        <tbody>
          {claims.map((claim) => (
            <ClaimRow key={claim.id} {...props} claim={claim} stops={claim.id === stop} />
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

type ClaimRowProps = ClaimTableProps & { claim: Claim; stops: boolean };

function ClaimRow({ claim, base, focused, opened, stops, onFocus, onToggle }: ClaimRowProps) {
  const retracted = claim.status === "retracted";
  const statementId = `statement-${claim.number}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== " ") return;
    event.preventDefault();
    onToggle(claim.id);
  };
  return (
    <TableRow
      data-claim={claim.id}
      selected={claim.id === opened || claim.id === focused}
      muted={retracted}
      onClick={() => onToggle(claim.id)}
      className="cursor-default"
    >
      <TableCell heading sticky>
        <ClaimNumber
          number={claim.number}
          href={`${base}/claims/${claim.number}`}
          retracted={retracted}
          prefetch={false}
          tabIndex={stops ? 0 : -1}
          aria-describedby={statementId}
          onFocus={() => onFocus(claim.id)}
          onClick={(event) => event.stopPropagation()}
          onKeyDown={onKeyDown}
          className="peer"
        />
      </TableCell>
      <StatementCell id={statementId} text={claim.statement} />
      <LineCell text={claim.outlet?.name ?? null} />
      <LineCell text={claim.attribution.join(" › ") || null} />
      <TableCell title={gradeWording(claim)}>
        <GradeChip
          reliability={claim.reliability}
          credibility={claim.credibility}
          inherited={claim.reliabilityFromOutlet}
          wording={gradeWording(claim)}
          quiet
        />
      </TableCell>
      <TableCell>
        <ConfidenceWord value={claim.confidence} />
      </TableCell>
      <TableCell>
        <RelationCounts relations={claim.relations} />
      </TableCell>
      <DateCell edtf={claim.reportedOn} words={claim.reportedOnWords} />
      <DateCell edtf={claim.occurredOn} words={claim.occurredOnWords} />
      <TableCell>
        <ClaimStatus status={claim.status} />
      </TableCell>
      <LineCell text={claim.tags.join(", ") || null} />
      <LineCell text={claim.article?.title ?? null} />
    </TableRow>
  );
}

/** One line; the whole of it over the rows below while the keyboard is on this row. */
function StatementCell({ id, text }: { id: string; text: string }) {
  return (
    <TableCell className="relative max-w-0" title={text}>
      <SourceText clip className="w-full">
        <span id={id}>{text}</span>
      </SourceText>
      <span
        aria-hidden="true"
        className={cn(
          "pointer-events-none absolute inset-x-0 top-0 z-6 hidden bg-accent-wash px-2.5 py-1.5 leading-5 shadow-float",
          "group-has-[a:focus-visible]/row:block",
        )}
      >
        <SourceText className="line-clamp-6">{text}</SourceText>
      </span>
    </TableCell>
  );
}

function LineCell({ text }: { text: string | null }) {
  if (text === null) return <EmptyCell />;
  return (
    <TableCell className="max-w-0" title={text}>
      <SourceText clip>{text}</SourceText>
    </TableCell>
  );
}

function DateCell({ edtf, words }: { edtf: string | null; words: string | null }) {
  if (edtf === null) return <EmptyCell />;
  return (
    <TableCell className="max-w-44 truncate" title={words && words !== edtf ? `${words} (${edtf})` : edtf}>
      {formatVagueDate(edtf)}
    </TableCell>
  );
}

function EmptyCell() {
  return (
    <TableCell className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </TableCell>
  );
}

const KINDS = Object.keys(RELATION_SIGNS) as (keyof typeof RELATION_SIGNS)[];

/** `=2 ≠1`: what stands between this claim and others. */
export function RelationCounts({ relations }: { relations: Claim["relations"] }) {
  const counted = KINDS.flatMap((kind) => (relations[kind] ? [{ kind, count: relations[kind] }] : []));
  if (counted.length === 0) {
    return (
      <span className="text-ink-3">
        <span aria-hidden="true">–</span>
        <span className="sr-only">none</span>
      </span>
    );
  }
  return (
    <span className="inline-flex gap-2 whitespace-nowrap">
      {counted.map(({ kind, count }) => (
        <RelationMark key={kind} kind={kind} count={count} look="glyph" />
      ))}
    </span>
  );
}

export function ClaimStatus({ status }: { status: Claim["status"] }) {
  if (status === "draft") return <span className="text-ink-3">draft</span>;
  return <Badge tone={status === "retracted" ? "caution" : "neutral"}>{status}</Badge>;
}
