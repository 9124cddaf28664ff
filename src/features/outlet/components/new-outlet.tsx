"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { FormErrors } from "@/ui/form-errors";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import { createOutletAction } from "../actions";
import { CarriedName } from "./carried-name";
import { inputOf, NO_OUTLET, OUTLET_FIELDS, type OutletDraft, OutletFields, ReliabilityFields } from "./outlet-fields";

type NewOutletProps = { team: string; owners: string[]; gradesLocked: boolean };

/** The button, its key and the dialog that add an outlet. What was typed stays while the dialog is closed. */
export function NewOutlet(props: NewOutletProps) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(NO_OUTLET);
  useShortcuts([{ keys: "n", label: "New outlet", run: () => setOpen(true) }]);
  return (
    <>
      <Button variant="primary" icon={<Plus />} keys="n" onClick={() => setOpen(true)}>
        New outlet
      </Button>
      <Dialog title="New outlet" open={open} onOpenChange={setOpen}>
        <NewOutletForm
          {...props}
          draft={draft}
          onChange={setDraft}
          onDone={(saved) => {
            setOpen(false);
            if (saved) setDraft(NO_OUTLET);
          }}
        />
      </Dialog>
    </>
  );
}

type NewOutletFormProps = NewOutletProps & {
  draft: OutletDraft;
  onChange: (draft: OutletDraft) => void;
  onDone: (saved: boolean) => void;
};

function NewOutletForm({ team, owners, gradesLocked, draft, onChange, onDone }: NewOutletFormProps) {
  const router = useRouter();
  const open = (id: string) => router.push(`/${team}/outlets/${id}`);
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: OUTLET_FIELDS,
    save: () => {
      const input = inputOf(draft);
      return createOutletAction(team, draft.reliability ? { ...input, reliability: draft.reliability } : input);
    },
    onSaved: ({ id, name }) => {
      toast.success(`${name} is added`, { action: { label: "Open", run: () => open(id) } });
      onDone(true);
    },
  });
  const fields = { value: draft, onChange, errorOf };
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormErrors errors={unplaced} />
      <OutletFields {...fields} owners={owners}>
        <CarriedName
          team={team}
          name={draft.name}
          onCarried={({ id }) => {
            onDone(true);
            open(id);
          }}
        />
      </OutletFields>
      {gradesLocked ? null : <ReliabilityFields {...fields} locked={false} was={draft.reliability} />}
      <div className="mt-1 flex justify-end gap-2">
        <Button onClick={() => onDone(false)}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending} keys="mod+enter">
          Add
        </Button>
      </div>
    </form>
  );
}
