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
import { CASE_FIELDS, type CaseDraft, CaseFields, caseOfDraft } from "./case-fields";

type EditCaseProps = { team: string; subject: Case; rulesLocked: boolean };

/** Changes what is said of a case, and how it is judged and signed. */
export function EditCase(props: EditCaseProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog title="Edit the case" open={open} onOpenChange={setOpen} trigger={<Button icon={<Pencil />}>Edit</Button>}>
      <EditCaseForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

const draftOf = ({ title, description, blind, secondSignature, timeTolerance }: Case): CaseDraft => ({
  title,
  description,
  blind,
  secondSignature,
  timeTolerance: String(timeTolerance),
});

const yesNo = (value: boolean) => (value ? "yes" : "no");

function differences(mine: CaseDraft, theirs: CaseDraft): StaleField[] {
  const rows: StaleField[] = [
    { label: "Title", mine: mine.title, theirs: theirs.title },
    { label: "Description", mine: mine.description, theirs: theirs.description },
    { label: "Blind", mine: yesNo(mine.blind), theirs: yesNo(theirs.blind) },
    { label: "Second signature", mine: yesNo(mine.secondSignature), theirs: yesNo(theirs.secondSignature) },
    { label: "Tolerance in days", mine: mine.timeTolerance, theirs: theirs.timeTolerance },
  ];
  return rows.filter((row) => row.mine !== row.theirs);
}

function EditCaseForm({ team, subject, rulesLocked, onDone }: EditCaseProps & { onDone: () => void }) {
  const [base, setBase] = useState(subject);
  const [draft, setDraft] = useState(() => draftOf(subject));
  const { form, pending, errorOf, unplaced, current, dismiss, submit } = useActionForm({
    fields: CASE_FIELDS,
    save: (over) => {
      const { blind, secondSignature, ...words } = caseOfDraft(draft);
      const input = { caseId: subject.id, version: over ?? base.version, ...words };
      return changeCaseAction(team, rulesLocked ? input : { ...input, blind, secondSignature });
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
      <CaseFields value={draft} onChange={setDraft} errorOf={errorOf} rulesLocked={rulesLocked} />
      <div className="mt-1 flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending} keys="mod+enter">
          Save
        </Button>
      </div>
    </form>
  );
}
