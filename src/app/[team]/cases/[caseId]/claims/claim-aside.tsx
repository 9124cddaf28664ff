"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { formatVagueDate } from "@/dates/format-vague-date";
import { ClaimStatus } from "@/features/claim/components/claim-status";
import { QuoteInContext } from "@/features/claim/components/quote-in-context";
import { gradeWording } from "@/features/claim/rules/grade-wording";
import { quoteContext } from "@/features/claim/rules/quote-context";
import type { Claim } from "@/features/claim/schema";
import { CounterpartCards } from "@/features/relation/components/counterpart-cards";
import type { RelationOfClaim } from "@/features/relation/schema";
import { Badge } from "@/ui/badge";
import { ClaimNumber } from "@/ui/claim-number";
import { ConfidenceWord } from "@/ui/confidence-word";
import { GradeChip } from "@/ui/grade-chip";
import { IconButton } from "@/ui/icon-button";
import { LinkButton } from "@/ui/link-button";
import { SkeletonText } from "@/ui/skeleton";
import { SourceText } from "@/ui/source-text";

type ClaimAsideProps = {
  claim: Claim;
  /** Null while they are being read. */
  relations: RelationOfClaim[] | null;
  base: string;
  /** The relation being recorded, or null. */
  relating: ReactNode;
  onClose: () => void;
};

/** The claim of the row in focus, in full: its words among those around them, and what stands against or beside it. */
export function ClaimAside({ claim, relations, base, relating, onClose }: ClaimAsideProps) {
  const { quote, article } = claim;
  return (
    <section
      aria-label={`${claim.claim} in full`}
      className="border-hairline bg-paper text-sm max-lg:border-t max-lg:p-4 lg:border-s lg:ps-5"
    >
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <ClaimNumber number={claim.number} href={`${base}/claims/${claim.number}`} />
        <SourceText className="font-medium">{claim.outlet?.name ?? "no outlet"}</SourceText>
        <GradeChip
          reliability={claim.reliability}
          credibility={claim.credibility}
          inherited={claim.reliabilityFromOutlet}
          wording={gradeWording(claim)}
        />
        <ConfidenceWord value={claim.confidence} />
        <ClaimStatus status={claim.status} />
        <span className="ms-auto">
          <IconButton label="Close" icon={<X />} onClick={onClose} />
        </span>
      </header>
      <SourceText className="mt-2 block text-base">{claim.statement}</SourceText>
      <Facts claim={claim} />
      {quote ? (
        <div className="mt-3">
          <QuoteInContext context={quoteContext(quote, null)} />
          <p className="mt-1.5 flex flex-wrap items-center gap-2">
            {quote.state === "exact" ? null : <Badge tone="caution">{quote.state}</Badge>}
            {article ? (
              <LinkButton size="sm" href={`${base}/articles/${article.id}?at=${claim.number}`}>
                Read it in the article
              </LinkButton>
            ) : null}
          </p>
        </div>
      ) : null}
      {relating}
      <h2 className="mt-4 font-medium text-ink-2">Relations</h2>
      <Relations relations={relations} base={base} />
    </section>
  );
}

function Facts({ claim }: { claim: Claim }) {
  const facts = [
    ["Attribution", claim.attribution.join(" › ")],
    ["Reported", claim.reportedOn ? formatVagueDate(claim.reportedOn) : ""],
    ["Happened", claim.occurredOn ? formatVagueDate(claim.occurredOn) : ""],
    ["Place", claim.place ?? ""],
    ["Tags", claim.tags.join(", ")],
    ["Article", claim.article?.title ?? ""],
    ["Note", claim.note],
  ].filter(([, value]) => value);
  return (
    <dl className="mt-3 grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-3">{label}</dt>
          <dd className="whitespace-pre-wrap break-words">
            <SourceText>{value}</SourceText>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Relations({ relations, base }: { relations: RelationOfClaim[] | null; base: string }) {
  if (relations === null) return <SkeletonText lines={3} label="Loading the relations" />;
  if (relations.length === 0) return <p className="mt-1 text-ink-3">None recorded yet.</p>;
  return (
    <div className="mt-1">
      <CounterpartCards relations={relations} base={base} />
    </div>
  );
}
