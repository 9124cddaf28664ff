"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { FormErrors } from "@/ui/form-errors";
import { type StaleField, StaleNotice } from "@/ui/stale-notice";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import { changeCaseAction } from "../actions";
import { Case } from "../schema";
import { CASE_FIELDS, type CaseDraft, CaseFields } from "./case-fields";

type EditCaseProps = { team: string; subject: Case; blindLocked: boolean };

/** Changes title, description and blindness. */
export function EditCase(props: EditCaseProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog title="Edit the case" open={open} onOpenChange={setOpen} trigger={<Button icon={<Pencil />}>Edit</Button>}>
      <EditCaseForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

const draftOf = ({ title, description, blind }: Case): CaseDraft => ({ title, description, blind });

function differences(mine: CaseDraft, theirs: CaseDraft): StaleField[] {
  const rows: StaleField[] = [
    { label: "Title", mine: mine.title, theirs: theirs.title },
    { label: "Description", mine: mine.description, theirs: theirs.description },
    { label: "Blind", mine: mine.blind ? "yes" : "no", theirs: theirs.blind ? "yes" : "no" },
  ];
  return rows.filter((row) => row.mine !== row.theirs);
}

function EditCaseForm({ team, subject, blindLocked, onDone }: EditCaseProps & { onDone: () => void }) {
  const [base, setBase] = useState(subject);
  const [draft, setDraft] = useState(() => draftOf(subject));
  const { form, pending, errorOf, unplaced, current, dismiss, submit } = useActionForm({
    fields: CASE_FIELDS,
    save: (over) => {
      const { blind, ...words } = draft;
      const input = { caseId: subject.id, version: over ?? base.version, ...words };
      return changeCaseAction(team, blindLocked ? input : { ...input, blind });
    },
    onSaved: () => {
      toast.success("The case is saved");
      onDone();
    },
  });
  const theirs = Case.safeParse(current).data;
  const takeTheirs = (newer: Case) => {
    setBase(newer);
    setDraft(draftOf(newer));
    dismiss();
  };
  return (
    <form {...form} className="flex flex-col gap-4">
      {theirs ? (
        <StaleNotice
          what="case"
          fields={differences(draft, draftOf(theirs))}
          onKeepMine={() => submit(theirs.version)}
          onTakeTheirs={() => takeTheirs(theirs)}
        />
      ) : (
        <FormErrors errors={unplaced} />
      )}
      <CaseFields value={draft} onChange={setDraft} errorOf={errorOf} blindLocked={blindLocked} />
      <div className="mt-1 flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending} keys="mod+enter">
          Save
        </Button>
      </div>
    </form>
  );
}
