"use client";

import { Merge } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState, useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { Combobox, type ComboValue } from "@/ui/combobox";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { toast } from "@/ui/toast";
import { mergeOutletAction, previewMergeAction, unmergeOutletAction } from "../actions";
import type { Outlet } from "../schema";
import { outletsBut } from "./load-outlets";
import { ReachNote } from "./reach-note";
import { useReach } from "./use-reach";

const NOBODY: ComboValue = { text: "", option: null };

type MergeDialogProps = { team: string; outlet: Outlet };

/** Makes the outlet part of another, after saying how much that moves. The toast undoes it; so does the other's page. */
export function MergeDialog({ team, outlet }: MergeDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [into, setInto] = useState(NOBODY);
  const [pending, startTransition] = useTransition();
  const load = useMemo(() => outletsBut(team, outlet.id), [team, outlet.id]);
  const count = useCallback(() => previewMergeAction(team, { outletId: outlet.id }), [team, outlet.id]);
  const reach = useReach(open ? outlet.id : null, count);
  const whole = into.option;
  const undo = () =>
    startTransition(async () => {
      const outcome = await attempt(() => unmergeOutletAction(team, { outletId: outlet.id }));
      if (!outcome.ok) return sayFailure(outcome);
      router.push(`/${team}/outlets/${outlet.id}`);
    });
  const merge = () =>
    startTransition(async () => {
      if (!whole) return;
      const input = { outletId: outlet.id, into: whole.value, version: outlet.version };
      const outcome = await attempt(() => mergeOutletAction(team, input));
      if (!outcome.ok) return sayFailure(outcome);
      setOpen(false);
      toast.success(`${outlet.name} is part of ${outcome.value.name}`, { undo });
      router.push(`/${team}/outlets/${outcome.value.id}`);
    });
  return (
    <Dialog
      title={`Merge ${outlet.name} into another outlet`}
      description="For two names of one outlet. Its names, domains, articles and claims become the other’s; its grades stay in the history under its name. It can be undone."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Merge />}>Merge</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button variant="primary" pending={pending} disabled={!whole} onClick={merge}>
            {whole ? `Merge into ${whole.label}` : "Merge"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="Into" id="into" hint="The outlet that stays.">
          <Combobox load={load} value={into} onChange={setInto} placeholder="Name or alias" />
        </Field>
        <ReachNote reach={reach} />
      </div>
    </Dialog>
  );
}
