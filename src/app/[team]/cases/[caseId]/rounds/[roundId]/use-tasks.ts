"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { answerTaskAction, takeTaskAction } from "@/features/round/actions";
import type { AnswerInput, Task } from "@/features/round/schema";
import { attempt, type Failure } from "@/ui/attempt";

type Standing =
  | { kind: "asking" }
  | { kind: "none" }
  | { kind: "task"; task: Task }
  | { kind: "failed"; failure: Failure };

/** What is to be judged, one after the other. What cannot be saved stays where it is, with the reason. */
export function useTasks(team: string, roundId: string) {
  const [standing, setStanding] = useState<Standing>({ kind: "asking" });
  const [failure, setFailure] = useState<Failure | null>(null);
  const busy = useRef(false);
  const next = useCallback(async () => {
    const outcome = await attempt(() => takeTaskAction(team, { roundId }));
    if (!outcome.ok) setStanding({ kind: "failed", failure: outcome });
    else setStanding(outcome.value.task ? { kind: "task", task: outcome.value.task } : { kind: "none" });
  }, [team, roundId]);
  useEffect(() => {
    void next();
  }, [next]);
  const answer = async (said: AnswerInput) => {
    if (busy.current || standing.kind !== "task") return;
    busy.current = true;
    const unitId = standing.task.unit;
    const outcome = await attempt(() => answerTaskAction(team, { roundId, unitId, ...said }));
    busy.current = false;
    setFailure(outcome.ok ? null : outcome);
    if (outcome.ok) await next();
  };
  return { standing, failure, answer };
}
