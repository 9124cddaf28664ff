"use client";

import type { ReactNode } from "react";
import { Badge } from "@/ui/badge";
import { ClaimNumber } from "@/ui/claim-number";
import { cn } from "@/ui/class-names";
import { ConfidenceWord } from "@/ui/confidence-word";
import { GradeChip } from "@/ui/grade-chip";
import { SourceText } from "@/ui/source-text";
import { gradeWording } from "../rules/grade-wording";
import type { Claim } from "../schema";

type ClaimMarginCardProps = {
  claim: Claim;
  href: string;
  focused: boolean;
  onFocus: () => void;
  /** Its standing relations, as marks. */
  relations: ReactNode;
  /** What unfolds while it is focused: counterparts, the relation being recorded. */
  children?: ReactNode;
};

/** A claim beside its quote: who says it, what, how it is graded, how it stands to others. */
export function ClaimMarginCard({ claim, href, focused, onFocus, relations, children }: ClaimMarginCardProps) {
  const state = claim.quote?.state;
  return (
    <article
      aria-label={`${claim.claim}: ${claim.statement}`}
      aria-current={focused ? "true" : undefined}
      data-claim={claim.number}
      className={cn(
        "border-s-2 ps-3 pe-1 py-1.5 text-sm",
        focused ? "border-s-accent bg-raised shadow-float" : "border-s-quote-line",
      )}
    >
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <ClaimNumber number={claim.number} href={href} />
        <SourceText className="font-medium">{claim.outlet?.name ?? "no outlet"}</SourceText>
        <GradeChip
          reliability={claim.reliability}
          credibility={claim.credibility}
          inherited={claim.reliabilityFromOutlet}
          wording={gradeWording(claim)}
          quiet={!focused}
        />
        <ConfidenceWord value={claim.confidence} />
        {state && state !== "exact" ? <Badge tone="caution">{state}</Badge> : null}
      </header>
      <button type="button" onClick={onFocus} className="block w-full cursor-pointer text-start">
        <SourceText className={cn("block", !focused && "line-clamp-2")}>{claim.statement}</SourceText>
      </button>
      {focused && claim.attribution.length > 0 ? (
        <p className="mt-1 text-ink-2 text-xs">
          <SourceText>{claim.attribution.join(" › ")}</SourceText>
        </p>
      ) : null}
      {relations}
      {focused ? children : null}
    </article>
  );
}
