"use client";

import { signIn } from "next-auth/react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { useActionForm } from "@/ui/use-action-form";
import { acceptInviteAction, joinTeamAction } from "../actions";
import { useFields } from "./use-fields";

type JoinFormProps = { token: string; email: string | null };

/** Makes an account and joins with it. */
export function JoinForm({ token, email }: JoinFormProps) {
  const { fields, bind } = useFields({ name: "", email: email ?? "", password: "" });
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["name", "email", "password"],
    leaves: true,
    save: () => acceptInviteAction({ token, ...fields }),
    onSaved: async ({ email, team }) => {
      const answer = await signIn("credentials", { email, password: fields.password, redirect: false });
      window.location.assign(answer?.ok ? `/${team}/cases` : "/sign-in");
    },
  });
  return (
    <form {...form} method="post" className="flex flex-col gap-4">
      <FormErrors errors={unplaced} title="You have not joined" />
      <Field label="Your name" id="name" error={errorOf("name")} hint="Stands beside everything you enter.">
        <Input {...bind("name")} autoFocus autoComplete="name" />
      </Field>
      <Field label="E-mail address" id="email" error={errorOf("email")}>
        <Input {...bind("email")} type="email" dir="ltr" autoComplete="username" readOnly={email !== null} />
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
        Join
      </Button>
    </form>
  );
}

/** Joins as the person who is signed in. */
export function JoinAsMyself({ token, name }: { token: string; name: string }) {
  const { form, pending, unplaced } = useActionForm({
    fields: [],
    leaves: true,
    save: () => joinTeamAction({ token }),
    onSaved: ({ team }) => window.location.assign(`/${team}/cases`),
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormErrors errors={unplaced} title="You have not joined" />
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        Join as {name}
      </Button>
    </form>
  );
}
