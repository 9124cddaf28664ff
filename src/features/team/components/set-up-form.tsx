"use client";

import { signIn } from "next-auth/react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { useActionForm } from "@/ui/use-action-form";
import { setUpAction } from "../actions";
import { useFields } from "./use-fields";

const FIELDS = ["team", "name", "email", "password"] as const;

/** Makes the first account and its team, and signs it in. */
export function SetUpForm({ token }: { token: string }) {
  const { fields, bind } = useFields({ team: "", name: "", email: "", password: "" });
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: FIELDS,
    leaves: true,
    save: () => setUpAction({ token, ...fields }),
    onSaved: async ({ email, team }) => {
      const answer = await signIn("credentials", { email, password: fields.password, redirect: false });
      window.location.assign(answer?.ok ? `/${team}/cases` : "/sign-in");
    },
  });
  return (
    <form {...form} method="post" className="flex flex-col gap-4">
      <FormErrors errors={unplaced} title="This was not set up" />
      <Field
        label="Your team"
        id="team"
        error={errorOf("team")}
        hint="The newsroom, desk or group that will work here."
      >
        <Input {...bind("team")} autoFocus autoComplete="organization" />
      </Field>
      <Field label="Your name" id="name" error={errorOf("name")} hint="Stands beside everything you enter.">
        <Input {...bind("name")} autoComplete="name" />
      </Field>
      <Field label="E-mail address" id="email" error={errorOf("email")}>
        <Input {...bind("email")} type="email" dir="ltr" autoComplete="username" />
      </Field>
      <Field
        label="Password"
        id="password"
        error={errorOf("password")}
        hint="At least 12 characters; a few words do well."
      >
        <Input {...bind("password")} type="password" dir="ltr" autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        Set up and sign in
      </Button>
    </form>
  );
}
