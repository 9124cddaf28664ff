"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { useActionForm } from "@/ui/use-action-form";
import { changeViewAction, saveViewAction } from "../actions";
import { viewAddress } from "../rules/view-address";
import type { SavedView, SheetView } from "../schema";

type ViewDialogProps = {
  team: string;
  caseId: string;
  /** What a new view is to show. */
  view: SheetView;
  /** The view that is renamed or shared; null for a new one. */
  existing: SavedView | null;
  mayShare: boolean;
  onGo: (search: string) => void;
  onClose: () => void;
};

/** Gives a view its name, and to whom it is shown. */
export function ViewDialog({ team, caseId, view, existing, mayShare, onGo, onClose }: ViewDialogProps) {
  const [name, setName] = useState(existing?.name ?? "");
  const [shared, setShared] = useState(existing?.shared ?? false);
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["name", "shared"],
    save: () =>
      existing
        ? changeViewAction(team, { viewId: existing.id, version: existing.version, name, shared })
        : saveViewAction(team, { caseId, name, view, shared }),
    onSaved: (saved: SavedView) => {
      if (!existing) onGo(viewAddress(saved.view, saved.id));
      onClose();
    },
  });
  return (
    <Dialog
      title={existing ? "Rename or share the view" : "Save as a new view"}
      description="A view keeps filters, order, groups and columns."
      size="sm"
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <form {...form} className="flex flex-col gap-4">
        <FormErrors title="The view is not saved" errors={unplaced} />
        <Field label="Name" id="name" error={errorOf("name")}>
          <Input dir="auto" value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        {mayShare ? (
          <Checkbox
            label="For the whole team"
            hint="Else only you see it."
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
