"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { useActionForm } from "@/ui/use-action-form";
import { createTeamAction } from "../actions";

/** Makes a further team, and goes there. */
export function NewTeam() {
  const [name, setName] = useState("");
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["name"],
    leaves: true,
    save: () => createTeamAction({ name }),
    onSaved: ({ slug }) => window.location.assign(`/${slug}/cases`),
  });
  return (
    <form {...form} className="flex flex-col gap-2">
      <FormErrors errors={unplaced} title="No team was made" />
      <div className="flex flex-wrap items-start gap-3">
        <Field label="Name of the new team" id="new-team" error={errorOf("name")} className="w-64 max-w-full">
          <Input name="name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        <Button type="submit" pending={pending} className="mt-6">
          Make the team
        </Button>
      </div>
    </form>
  );
}
