"use client";

import { EmptyState } from "@/ui/empty-state";
import { FormErrors } from "@/ui/form-errors";
import { LinkButton } from "@/ui/link-button";
import { SkeletonRows } from "@/ui/skeleton";
import { GradeOne } from "./grade-one";
import { JudgePair } from "./judge-pair";
import { useTasks } from "./use-tasks";

type JudgeDeskProps = { team: string; caseId: string; roundId: string };

/** One pair or claim at a time, until nothing is left. */
export function JudgeDesk({ team, caseId, roundId }: JudgeDeskProps) {
  const { standing, failure, answer } = useTasks(team, roundId);
  const base = `/${team}/cases/${caseId}`;
  if (standing.kind === "asking") return <SkeletonRows rows={3} height={120} label="Asking for the next one" />;
  if (standing.kind === "failed") return <p className="text-danger">{standing.failure.message}</p>;
  if (standing.kind === "none")
    return (
      <EmptyState title="Nothing is left for you" action={<LinkButton href={`${base}/rounds`}>All rounds</LinkButton>}>
        You have judged all that is yours, or others hold the rest.
      </EmptyState>
    );
  const { unit, claims, left } = standing.task;
  const [first, second] = claims;
  if (!first) return null;
  const errors = failure ? (failure.errors.length > 0 ? failure.errors : [{ path: "", message: failure.message }]) : [];
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-3 text-sm">
        {left === 1 ? "The last of all" : `${left} left in the round, over all judges`}
      </p>
      <FormErrors errors={errors} title="The answer was not saved" />
      {second ? (
        <JudgePair key={unit} first={first} second={second} base={base} onAnswer={answer} />
      ) : (
        <GradeOne key={unit} claim={first} base={base} onAnswer={answer} />
      )}
    </div>
  );
}
