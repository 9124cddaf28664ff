"use client";

import { useState, useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { checkHistoryAction } from "../actions";
import type { HistoryCheck } from "../schema";

/** Proves the chain of a case, or with null of the team's own history, and says what came out. */
export function CheckHistory({ team, caseId }: { team: string; caseId: string | null }) {
  const [check, setCheck] = useState<HistoryCheck | null>(null);
  const [pending, startTransition] = useTransition();
  const run = () =>
    startTransition(async () => {
      const outcome = await attempt(() => checkHistoryAction(team, { caseId }));
      if (outcome.ok) setCheck(outcome.value);
      else sayFailure(outcome);
    });
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button size="sm" pending={pending} onClick={run}>
        Prove that nothing was altered
      </Button>
      <span role="status" className="text-sm">
        {check ? told(check) : null}
      </span>
    </span>
  );
}

const COUNT = new Intl.NumberFormat("en");

function told({ rows, firstAltered }: HistoryCheck) {
  if (!firstAltered)
    return `${COUNT.format(rows)} ${rows === 1 ? "row" : "rows"}: each bears the fingerprint of the one before.`;
  return <span className="font-medium text-danger">{`Row ${firstAltered.seq} ${firstAltered.why}.`}</span>;
}
