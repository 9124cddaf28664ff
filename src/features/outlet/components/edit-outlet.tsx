"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { FormErrors } from "@/ui/form-errors";
import { type StaleField, StaleNotice } from "@/ui/stale-notice";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import { changeOutletAction } from "../actions";
import { Outlet } from "../schema";
import { draftOf, inputOf, OUTLET_FIELDS, type OutletDraft, OutletFields, ReliabilityFields } from "./outlet-fields";

const LABELS: [keyof OutletDraft, string][] = [
  ["name", "Name"],
  ["aliases", "Also known as"],
  ["domains", "Domains"],
  ["carriers", "Carried by"],
  ["owner", "Owner"],
  ["country", "Country"],
  ["language", "Language"],
  ["reliability", "Reliability"],
];

const differences = (mine: OutletDraft, theirs: OutletDraft): StaleField[] =>
  LABELS.map(([name, label]) => ({ label, mine: mine[name], theirs: theirs[name] })).filter(
    (row) => row.mine !== row.theirs,
  );

type EditOutletProps = { team: string; outlet: Outlet; owners: string[]; gradesLocked: boolean };

/** Everything that the team says of an outlet, in a form that stays open. */
export function EditOutlet({ team, outlet, owners, gradesLocked }: EditOutletProps) {
  const [base, setBase] = useState(outlet);
  const [draft, setDraft] = useState(() => draftOf(outlet));
  const { form, pending, errorOf, unplaced, current, dismiss, submit } = useActionForm({
    fields: OUTLET_FIELDS,
    save: (over) => {
      const input = { outletId: outlet.id, version: over ?? base.version, ...inputOf(draft) };
      const { reliability, reason } = draft;
      if (gradesLocked || reliability === (base.reliability ?? "")) return changeOutletAction(team, input);
      return changeOutletAction(team, { ...input, reliability, reason });
    },
    onSaved: (saved) => {
      take(saved);
      toast.success(`${saved.name} is saved`);
    },
  });
  const take = (newer: Outlet) => {
    setBase(newer);
    setDraft(draftOf(newer));
    dismiss();
  };
  const theirs = Outlet.safeParse(current).data;
  const changed = differences(draft, draftOf(base)).length > 0;
  // A merge or an undo beside the form changes the outlet, too. What somebody is typing is not replaced by it.
  if (outlet.version > base.version && !changed) take(outlet);
  const fields = { value: draft, onChange: setDraft, errorOf };
  return (
    <form {...form} className="flex max-w-form flex-col gap-4">
      {theirs ? (
        <StaleNotice
          what="outlet"
          fields={differences(draft, draftOf(theirs))}
          onKeepMine={() => submit(theirs.version)}
          onTakeTheirs={() => take(theirs)}
        />
      ) : (
        <FormErrors errors={unplaced} />
      )}
      <OutletFields {...fields} owners={owners} />
      <ReliabilityFields {...fields} locked={gradesLocked} was={base.reliability ?? ""} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={pending} keys="mod+enter">
          Save
        </Button>
        {changed ? <Button onClick={() => take(base)}>Undo my changes</Button> : null}
      </div>
    </form>
  );
}
