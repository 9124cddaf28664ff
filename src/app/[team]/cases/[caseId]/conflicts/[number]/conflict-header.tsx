import type { ReactNode } from "react";
import { OUTCOME_WORDS } from "@/features/conflict/rules/finding-wording";
import { countWords, listWords, originWords } from "@/features/conflict/rules/origin-words";
import { proposedQuestion } from "@/features/conflict/rules/proposed-question";
import { STATUS_WORDS } from "@/features/conflict/rules/queue-address";
import type { Conflict } from "@/features/conflict/schema";
import { Badge } from "@/ui/badge";
import { PageHeader } from "@/ui/page-header";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";

const TONES = { open: "neutral", proposed: "accent", settled: "neutral", stale: "caution" } as const;

type ConflictHeaderProps = {
  conflict: Conflict;
  /** Who is to decide it, and the way to the next one. */
  children: ReactNode;
};

/** The question of a conflict, where the team's answer to it stands, and the conflict in figures. */
export function ConflictHeader({ conflict, children }: ConflictHeaderProps) {
  const { camps, finding, status } = conflict;
  const question = finding?.question || conflict.findings.find(({ status }) => status === "draft")?.question;
  return (
    <PageHeader
      title={
        <>
          <span className="sr-only">Conflict C-{conflict.key}: </span>
          <SourceText>{question || proposedQuestion(camps)}</SourceText>
        </>
      }
      meta={<Figures conflict={conflict} />}
      actions={
        <>
          <a href="#finding" className="flex items-center gap-2 rounded-sm text-sm">
            <Badge tone={TONES[status]}>{STATUS_WORDS[status]}</Badge>
            {finding ? (
              <span className="link">
                {OUTCOME_WORDS[finding.outcome]}
                {finding.preferredCamp ? `: ${finding.preferredCamp}` : ""}
              </span>
            ) : (
              <span className="link">no finding yet</span>
            )}
          </a>
          {children}
        </>
      }
    />
  );
}

function Figures({ conflict: { key, camps, about, reports, origins, inconsistent } }: { conflict: Conflict }) {
  const claims = camps.reduce((sum, camp) => sum + camp.claims.length, 0);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-mono">C-{key}</span>
      <RelationMark kind="contradicts" word={about.length > 0 ? `on ${listWords(about)}` : "contradicts"} />
      <span>
        {countWords(claims, "claim")} in {countWords(camps.length, "camp")}, {countWords(reports, "report")},{" "}
        {originWords(origins)}
      </span>
      {inconsistent ? <Badge tone="caution">inconsistent</Badge> : null}
    </span>
  );
}
