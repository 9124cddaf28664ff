import type { ReactNode } from "react";
import { RelationMark } from "@/ui/relation-mark";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import type { Judgement, RelationOfClaim, Ruling } from "../schema";
import { wordOf } from "./relation-words";

type SaidOfPairProps = {
  relation: RelationOfClaim;
  userId: string;
};

/** What everybody said of a pair, and what a lead ruled. In a blind case it is not there until one has judged oneself. */
export function SaidOfPair({ relation, userId }: SaidOfPairProps) {
  const { judgements, ruling, claimId } = relation;
  if (!judgements) {
    return <p className="mt-1 text-ink-3 text-xs">This case is blind: what others said shows once you have judged.</p>;
  }
  return (
    <ul aria-label="What was said of this pair" className="mt-1.5 flex flex-col gap-1 text-xs">
      {ruling ? (
        <Line said={ruling} claimId={claimId}>
          <bdi className="font-medium">{ruling.user.name}</bdi> <strong className="font-semibold">ruled</strong>
        </Line>
      ) : null}
      {judgements.map((judgement) => (
        <Line key={judgement.id} said={judgement} claimId={claimId}>
          <bdi className="font-medium">{judgement.user.name}</bdi>
          {judgement.user.id === userId ? " (you)" : ""}
        </Line>
      ))}
      {judgements.length === 0 && !ruling ? <li className="text-ink-3">Everybody took back what they said.</li> : null}
    </ul>
  );
}

type LineProps = { said: Judgement | Ruling; claimId: string; children: ReactNode };

function Line({ said, claimId, children }: LineProps) {
  const { kind, about, from, rationale, updatedAt } = said;
  return (
    <li className="flex flex-wrap items-baseline gap-x-1.5 gap-y-0.5 text-ink-2">
      <span>{children}</span>
      <RelationMark kind={kind} word={wordOf({ kind, about, from, claimId })} look="plain" />
      {rationale ? <SourceText>{rationale}</SourceText> : null}
      <span className="text-ink-3">
        <RelativeTime at={updatedAt} show="date" />
      </span>
    </li>
  );
}
