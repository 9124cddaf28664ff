import type { ReactNode } from "react";
import { ClaimNumber } from "@/ui/claim-number";
import { ConfidenceWord } from "@/ui/confidence-word";
import { GradeChip } from "@/ui/grade-chip";
import { RelationMark } from "@/ui/relation-mark";
import { SourceText } from "@/ui/source-text";
import type { RelationOfClaim } from "../schema";
import { wordOf } from "./relation-words";

type CounterpartCardProps = {
  relation: RelationOfClaim;
  /** Where the counterpart's own page is. */
  href: string;
  /** What can be said of it here, reasons included. */
  actions?: ReactNode;
};

/** The other claim of a relation, with enough of it to decide without going there. */
export function CounterpartCard({ relation, href, actions }: CounterpartCardProps) {
  const { counterpart } = relation;
  const rationale = relation.ruling?.rationale || relation.judgements?.find((each) => each.rationale)?.rationale;
  return (
    <article aria-label={`${wordOf(relation)} ${counterpart.claim}`} className="border-hairline border-t py-2 text-sm">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <RelationMark kind={relation.kind ?? "disputed"} word={wordOf(relation)} />
        <ClaimNumber number={counterpart.number} href={href} retracted={counterpart.status === "retracted"} />
        <SourceText className="font-medium">{counterpart.outlet?.name ?? "no outlet"}</SourceText>
        <GradeChip reliability={counterpart.reliability} credibility={counterpart.credibility} quiet />
        <ConfidenceWord value={counterpart.confidence} />
        {counterpart.reportedOn ? <span className="text-ink-3 text-xs">{counterpart.reportedOn}</span> : null}
      </header>
      <SourceText className="mt-1 block">{counterpart.statement}</SourceText>
      {counterpart.quote ? (
        <SourceText className="mt-0.5 block text-ink-2 text-xs">“{counterpart.quote.exact}”</SourceText>
      ) : null}
      {rationale && !actions ? (
        <p className="mt-1 text-ink-2 text-xs">
          Because: <SourceText>{rationale}</SourceText>
        </p>
      ) : null}
      {actions}
    </article>
  );
}
