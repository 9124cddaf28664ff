"use client";

import { useOptimistic, useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Checkbox } from "@/ui/checkbox";
import { toast } from "@/ui/toast";
import { setDigestAction } from "../actions";

/** Whether what is unread is mailed once a day. */
export function DigestChoice({ team, digest }: { team: string; digest: boolean }) {
  const [shown, show] = useOptimistic(digest);
  const [, startTransition] = useTransition();
  const choose = (next: boolean) =>
    startTransition(async () => {
      show(next);
      const outcome = await attempt(() => setDigestAction(team, { digest: next }));
      if (!outcome.ok) sayFailure(outcome);
      else toast.success(next ? "Your inbox will be mailed once a day" : "Your inbox is no longer mailed");
    });
  return (
    <Checkbox
      label="Mail me once a day what is new in my inbox"
      checked={shown}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}
