"use client";

import { Plus } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { FormErrors } from "@/ui/form-errors";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { useActionForm } from "@/ui/use-action-form";
import { openCaseAction } from "../actions";
import { CASE_FIELDS, type CaseDraft, CaseFields, caseOfDraft } from "./case-fields";

const BLANK: CaseDraft = { title: "", description: "", blind: false, secondSignature: false, timeTolerance: "0" };

type NewCaseProps = {
  team: string;
  /** From the address: open at once. */
  asked?: boolean;
};

/** The button, its key and the dialog that open a case. What was typed stays while the dialog is closed. */
export function NewCase({ team, asked = false }: NewCaseProps) {
  const [opened, setOpened] = useState(false);
  const [draft, setDraft] = useState(BLANK);
  const router = useRouter();
  const pathname = usePathname();
  const setOpen = (open: boolean) => {
    setOpened(open);
    // The address must not open it again on the way back.
    if (!open && asked) router.replace(pathname);
  };
  useShortcuts([{ keys: "n", label: "New case", run: () => setOpen(true) }]);
  return (
    <>
      <Button variant="primary" icon={<Plus />} keys="n" onClick={() => setOpen(true)}>
        New case
      </Button>
      <Dialog title="New case" open={opened || asked} onOpenChange={setOpen}>
        <NewCaseForm team={team} draft={draft} onChange={setDraft} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type NewCaseFormProps = { team: string; draft: CaseDraft; onChange: (draft: CaseDraft) => void; onCancel: () => void };

function NewCaseForm({ team, draft, onChange, onCancel }: NewCaseFormProps) {
  const router = useRouter();
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: CASE_FIELDS,
    leaves: true,
    save: () => openCaseAction(team, caseOfDraft(draft)),
    onSaved: ({ id }) => router.push(`/${team}/cases/${id}`),
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormErrors errors={unplaced} />
      <CaseFields value={draft} onChange={onChange} errorOf={errorOf} />
      <div className="mt-1 flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending} keys="mod+enter">
          Open the case
        </Button>
      </div>
    </form>
  );
}
