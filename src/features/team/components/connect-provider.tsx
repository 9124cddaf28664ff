"use client";

import { signIn } from "next-auth/react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { useActionForm } from "@/ui/use-action-form";
import { beginConnectingAction } from "../actions";
import { useFields } from "./use-fields";

type ConnectProviderProps = {
  provider: string;
  email: string;
  /** They sign in with a code as well. */
  hasCode: boolean;
  returnTo: string;
};

/** Connects an identity provider with this account: by the password first, for it opens the account from then on. */
export function ConnectProvider({ provider, email, hasCode, returnTo }: ConnectProviderProps) {
  const { fields, bind } = useFields({ password: "", code: "" });
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["password", "code"],
    leaves: true,
    save: () => beginConnectingAction(fields),
    onSaved: () => void signIn("oidc", { callbackUrl: returnTo }),
  });
  return (
    <form {...form} className="flex max-w-sm flex-col gap-4">
      <FormErrors errors={unplaced} title="Nothing was connected" />
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Your password" id="connect-password" error={errorOf("password")}>
        <Input {...bind("password")} type="password" dir="ltr" autoComplete="current-password" />
      </Field>
      {hasCode ? (
        <Field label="A code of the app, or a recovery code" id="connect-code" error={errorOf("code")}>
          <Input {...bind("code")} autoComplete="one-time-code" dir="ltr" spellCheck={false} />
        </Field>
      ) : null}
      <Button type="submit" pending={pending} className="self-start">
        Connect {provider}
      </Button>
    </form>
  );
}
