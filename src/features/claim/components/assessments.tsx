"use client";

import { type ReactNode, useState } from "react";
import { RELIABILITY_WORDS } from "@/features/outlet/rules";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { ConfidenceWord } from "@/ui/confidence-word";
import { GradeChip } from "@/ui/grade-chip";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { toast } from "@/ui/toast";
import { CONFIDENCE_WORDS, CREDIBILITY_WORDS, gradeWording } from "../rules/grade-wording";
import { type Spread, standingGrades } from "../rules/standing-grades";
import type { Assessment, Claim } from "../schema";
import { AssessForm } from "./assess-form";

type AssessmentsProps = {
  team: string;
  claim: Claim;
  userId: string;
  canAssess: boolean;
  blind: boolean;
  /** Said beside credibility 1 while it is being chosen. */
  confirmedNote: ReactNode;
};

/** The grades that stand, how far the analysts are apart, what each of them gave, and one's own. */
export function Assessments({ team, claim, userId, canAssess, blind, confirmedNote }: AssessmentsProps) {
  const [open, setOpen] = useState(false);
  const own = claim.assessments.find(({ user }) => user.id === userId) ?? null;
  const may = canAssess && claim.status !== "retracted";
  const label = own ? "Change my assessment" : "Assess";
  useShortcuts([{ keys: "a", label, group: "Claim", run: () => setOpen(true), disabled: !may || open }]);
  return (
    <div className="flex flex-col gap-3 text-sm">
      <Standing claim={claim} />
      {claim.assessments.length > 0 ? (
        <ul aria-label="Assessments" className="border-hairline border-t">
          {claim.assessments.map((assessment) => (
            <Given key={assessment.id} assessment={assessment} isOwn={assessment.user.id === userId} />
          ))}
        </ul>
      ) : null}
      {blind && canAssess && !own ? (
        <p className="text-ink-3">
          This case is blind: what others gave shows once you have assessed the claim yourself.
        </p>
      ) : null}
      {may && open ? (
        <AssessForm
          team={team}
          claim={claim}
          own={own}
          inherited={claim.reliabilityFromOutlet ? claim.reliability : null}
          confirmedNote={confirmedNote}
          onSaved={() => {
            setOpen(false);
            toast.success("Assessment saved");
          }}
          onCancel={() => setOpen(false)}
        />
      ) : null}
      {may && !open ? (
        <Button size="sm" keys="a" className="self-start" onClick={() => setOpen(true)}>
          {label}
        </Button>
      ) : null}
    </div>
  );
}

function Standing({ claim }: { claim: Claim }) {
  const { reliability, credibility, confidence } = claim;
  const { spread } = standingGrades(claim.assessments);
  const rows = [
    {
      term: "Reliability",
      grade: reliability,
      words: reliability && `${RELIABILITY_WORDS[reliability]}${claim.reliabilityFromOutlet ? " (the outlet’s)" : ""}`,
      spread: apart(spread.reliability),
    },
    {
      term: "Credibility",
      grade: credibility,
      words: credibility && CREDIBILITY_WORDS[credibility],
      spread: apart(spread.credibility),
    },
    {
      term: "Confidence",
      grade: confidence,
      words: confidence && CONFIDENCE_WORDS[confidence],
      spread: apart(spread.confidence),
    },
  ];
  return (
    <dl className="flex flex-col gap-1.5">
      {rows.map(({ term, grade, words, spread }) => (
        <div key={term} className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3">
          <dt className="text-ink-3">{term}</dt>
          <dd>
            {grade ? (
              <>
                <span className={term === "Confidence" ? "font-semibold" : "font-mono font-semibold"}>{grade}</span>{" "}
                {words}
              </>
            ) : (
              <span className="text-ink-3">not given</span>
            )}
            {spread ? <span className="block text-ink-3 text-xs">{spread}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** "3 analysts, from B to D". */
function apart<T extends string | number>(spread: Spread<T>): string | null {
  if (!spread) return null;
  const { best, worst, count } = spread;
  return best === worst ? `${count} analysts agree` : `${count} analysts, from ${best} to ${worst}`;
}

function Given({ assessment, isOwn }: { assessment: Assessment; isOwn: boolean }) {
  const { user, lead, reason, updatedAt } = assessment;
  return (
    <li className="border-hairline border-b py-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span>
          <bdi className="font-medium">{user.name}</bdi>
          {isOwn ? " (you)" : ""}
        </span>
        {lead ? <Badge>lead</Badge> : null}
        <GradeChip
          reliability={assessment.reliability}
          credibility={assessment.credibility}
          wording={gradeWording(assessment)}
        />
        <ConfidenceWord value={assessment.confidence} />
        <span className="ms-auto text-ink-3 text-xs">
          <RelativeTime at={updatedAt} show="date" />
        </span>
      </div>
      {reason ? (
        <p className="mt-1 whitespace-pre-wrap text-ink-2">
          <SourceText>{reason}</SourceText>
        </p>
      ) : null}
    </li>
  );
}
