"use client";

import { useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import { setBackChangeAction } from "../actions";

type SetBackProps = { team: string; activityId: string; seq: number };

/** Brings back what stood before a change, as a change of its own. */
export function SetBack({ team, activityId, seq }: SetBackProps) {
  const [pending, startTransition] = useTransition();
  const setBack = () =>
    startTransition(async () => {
      const outcome = await attempt(() => setBackChangeAction(team, { activityId }));
      if (outcome.ok) toast.success(`It is as it was before #${seq}`, { detail: `Set back in #${outcome.value.seq}.` });
      else sayFailure(outcome);
    });
  return (
    <Button size="sm" pending={pending} className="my-1" aria-label={`Set back to before #${seq}`} onClick={setBack}>
      Set back to before
    </Button>
  );
}
