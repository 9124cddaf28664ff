"use client";

import { useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { toast } from "@/ui/toast";
import { requireSecondFactorAction } from "../actions";

type SecondFactorRuleProps = { team: string; required: boolean; without: string[] };

/** Whether the team lets in only who has a second factor. For owners. */
export function SecondFactorRule({ team, required, without }: SecondFactorRuleProps) {
  const [pending, startTransition] = useTransition();
  const change = async (required: boolean) => {
    const outcome = await attempt(() => requireSecondFactorAction(team, { required }));
    if (!outcome.ok) sayFailure(outcome);
    else toast.success(required ? "A second factor is asked of everybody" : "A second factor is no longer asked for");
  };
  if (required) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
        <p>Only who has a second factor, or signs in by the identity provider, gets into the team.</p>
        <Button pending={pending} onClick={() => startTransition(() => change(false))}>
          No longer ask for it
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
      <p>
        A second factor is left to everybody.{" "}
        {without.length === 0 ? "All have one." : `Without: ${new Intl.ListFormat("en").format(without)}.`}
      </p>
      <ConfirmDialog
        title="Ask everybody for a second factor?"
        description={
          without.length === 0
            ? "All in the team have one already."
            : `${without.length === 1 ? "One person has" : `${without.length} people have`} none. They get in again once they have set one up, which they are led to; their API tokens wait until then.`
        }
        confirm="Ask for it"
        trigger={<Button>Ask everybody for it</Button>}
        onConfirm={() => change(true)}
      />
    </div>
  );
}
