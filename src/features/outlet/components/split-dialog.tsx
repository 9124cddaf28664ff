"use client";

import { Split } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useState, useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { SourceText } from "@/ui/source-text";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import { mergeOutletAction, previewSplitAction, splitOutletAction } from "../actions";
import type { Outlet } from "../schema";
import { ReachNote } from "./reach-note";
import { useReach } from "./use-reach";

type SplitDialogProps = { team: string; outlet: Outlet };

/** Makes another outlet of some aliases and domains. Merging that back undoes it. */
export function SplitDialog({ team, outlet }: SplitDialogProps) {
  const [open, setOpen] = useState(false);
  const nothing = outlet.aliases.length + outlet.domains.length === 0;
  return (
    <Dialog
      title={`Split ${outlet.name}`}
      description="For two outlets under one name. What is chosen becomes an outlet of its own, with the articles at those domains and the attributions in which those names were typed."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          icon={<Split />}
          disabled={nothing}
          title={nothing ? "It has neither aliases nor domains to split off" : undefined}
        >
          Split
        </Button>
      }
    >
      <SplitForm team={team} outlet={outlet} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

type Chosen = { aliases: string[]; domains: string[] };

function SplitForm({ team, outlet, onDone }: SplitDialogProps & { onDone: () => void }) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Chosen>({ aliases: [], domains: [] });
  const [typed, setTyped] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const name = typed ?? chosen.aliases[0] ?? "";
  const some = chosen.aliases.length + chosen.domains.length > 0;
  const count = useCallback(
    () => previewSplitAction(team, { outletId: outlet.id, ...chosen }),
    [team, outlet.id, chosen],
  );
  const reach = useReach(some ? JSON.stringify(chosen) : null, count);
  const undo = (outletId: string) =>
    startTransition(async () => {
      const outcome = await attempt(() => mergeOutletAction(team, { outletId, into: outlet.id }));
      if (!outcome.ok) return sayFailure(outcome);
      router.push(`/${team}/outlets/${outlet.id}`);
    });
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["name", "aliases", "domains"],
    save: () => splitOutletAction(team, { outletId: outlet.id, version: outlet.version, name, ...chosen }),
    onSaved: (made) => {
      onDone();
      toast.success(`${made.name} is an outlet of its own`, { undo: () => undo(made.id) });
      router.push(`/${team}/outlets/${made.id}`);
    },
  });
  const choices = (field: keyof Chosen) => ({
    of: outlet[field],
    chosen: chosen[field],
    error: errorOf(field),
    onChange: (next: string[]) => setChosen({ ...chosen, [field]: next }),
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormErrors errors={unplaced} />
      <Choices legend="Aliases" {...choices("aliases")} />
      <Choices legend="Domains" {...choices("domains")} />
      <Field label="Name of the new outlet" id="name" error={errorOf("name")}>
        <Input name="name" value={name} onChange={(event) => setTyped(event.currentTarget.value)} />
      </Field>
      {some ? <ReachNote reach={reach} /> : <p className="text-ink-3 text-sm">Choose what is split off.</p>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending} disabled={!some}>
          Split off
        </Button>
      </div>
    </form>
  );
}

type ChoicesProps = {
  legend: string;
  of: string[];
  chosen: string[];
  error: string | undefined;
  onChange: (chosen: string[]) => void;
};

function Choices({ legend, of, chosen, error, onChange }: ChoicesProps) {
  if (of.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      <div className="flex max-h-48 flex-col gap-1 overflow-y-auto">
        {of.map((each) => (
          <Checkbox
            key={each}
            label={<SourceText>{each}</SourceText>}
            checked={chosen.includes(each)}
            onChange={() =>
              onChange(chosen.includes(each) ? chosen.filter((other) => other !== each) : [...chosen, each])
            }
          />
        ))}
      </div>
      {error ? <p className="mt-1 text-danger text-sm">{error}</p> : null}
    </fieldset>
  );
}
