"use client";

import { useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import { setBackClaimAction } from "../actions";

type SetBackProps = { team: string; claimId: string; seq: number };

/** Brings back what stood before a change, as a change of its own. */
export function SetBack({ team, claimId, seq }: SetBackProps) {
  const [pending, startTransition] = useTransition();
  const setBack = () =>
    startTransition(async () => {
      const outcome = await attempt(() => setBackClaimAction(team, { claimId, seq }));
      if (outcome.ok) toast.success(`${outcome.value.claim} is as it was before this change`);
      else sayFailure(outcome);
    });
  return (
    <Button size="sm" pending={pending} className="mb-1" onClick={setBack}>
      Set back to before
    </Button>
  );
}
