"use client";

import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import { changePasswordAction } from "../actions";
import { useFields } from "./use-fields";

const signedOut = (count: number) =>
  count === 0 ? undefined : `${count} other ${count === 1 ? "browser was" : "browsers were"} signed out.`;

export function PasswordForm({ team, email }: { team: string; email: string }) {
  const { fields: passwords, bind, clear } = useFields({ current: "", next: "" });
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["current", "next"],
    save: () => changePasswordAction(team, passwords),
    onSaved: ({ ended }) => {
      clear();
      const detail = signedOut(ended);
      toast.success("The password is changed", detail ? { detail } : {});
    },
  });
  return (
    <form {...form} className="flex max-w-sm flex-col gap-4">
      <FormErrors errors={unplaced} title="The password is not changed" />
      {/* Tells password managers whose password this is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Present password" id="current" error={errorOf("current")}>
        <Input {...bind("current")} type="password" dir="ltr" autoComplete="current-password" />
      </Field>
      <Field
        label="New password"
        id="next"
        error={errorOf("next")}
        hint="At least 12 characters; a few words do well. Your other browsers are signed out."
      >
        <Input {...bind("next")} type="password" dir="ltr" autoComplete="new-password" />
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        Change the password
      </Button>
    </form>
  );
}
