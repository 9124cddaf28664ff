"use client";

import { useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import { carryOutletAction } from "../actions";
import { carriedForm } from "../rules/carried-form";
import type { Outlet } from "../schema";

type CarriedNameProps = { team: string; name: string; onCarried: (outlet: Outlet) => void };

/** Asks what a name such as "The Nation (All Africa)" is: most often an outlet and who carries its texts. */
export function CarriedName({ team, name, onCarried }: CarriedNameProps) {
  const [pending, startTransition] = useTransition();
  const form = carriedForm(name);
  if (!form) return null;
  const take = () =>
    startTransition(async () => {
      const outcome = await attempt(() => carryOutletAction(team, form));
      if (!outcome.ok) return sayFailure(outcome);
      toast.success(`${outcome.value.name} is known, carried by ${form.carrier}`);
      onCarried(outcome.value);
    });
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm">
      <span>
        Is this <bdi className="font-medium">{form.name}</bdi>, carried by{" "}
        <bdi className="font-medium">{form.carrier}</bdi>?
      </span>
      <Button size="sm" pending={pending} onClick={take}>
        Take it so
      </Button>
    </p>
  );
}
