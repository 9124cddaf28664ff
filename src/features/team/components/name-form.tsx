"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import { changeNameAction, renameTeamAction } from "../actions";

type NameFormProps = { team: string; of: "person" | "team"; name: string };

/** What one is called, or what the team is. */
export function NameForm({ team, of, name }: NameFormProps) {
  const [words, setWords] = useState(name);
  const label = of === "team" ? "Name of the team" : "Your name";
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["name"],
    save: () => (of === "team" ? renameTeamAction : changeNameAction)(team, { name: words }),
    onSaved: () => toast.success(of === "team" ? "The team is renamed" : "Your name is changed"),
  });
  return (
    <form {...form} className="flex flex-col gap-2">
      <FormErrors errors={unplaced} title="The name was not changed" />
      <div className="flex flex-wrap items-start gap-3">
        <Field label={label} id={`${of}-name`} error={errorOf("name")} className="w-64 max-w-full">
          <Input name="name" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        </Field>
        <Button type="submit" pending={pending} className="mt-6" disabled={words.trim() === name}>
          Save
        </Button>
      </div>
    </form>
  );
}
