"use client";

import { signIn } from "next-auth/react";
import { useRef, useState } from "react";
import type { Outcome } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { useActionForm } from "@/ui/use-action-form";
import { useFields } from "./use-fields";

type SignInFormProps = {
  /** A path of this site, already checked. */
  returnTo: string;
  /** Opened from a page that goes on standing in another tab. */
  beside: boolean;
};

const MESSAGES: Record<string, string> = {
  CredentialsSignin: "This address and password do not belong together. Check both and try again.",
  TooManyAttempts: "There were too many attempts for this address. Wait a while, then try again.",
  CodeWrong: "This code is wrong, or was used already. Wait for the next one, or use a recovery code.",
  CodeUnreadable: "Your second factor cannot be read on this server. Ask its administrator to reset it.",
};

/** What the password's right owner is asked for next. */
const WANTED = "CodeWanted";

async function enter(given: { email: string; password: string; code: string }): Promise<Outcome<null>> {
  // Without an address of its own it takes this page's, and what that says of an earlier refusal for its answer.
  const answer = await signIn("credentials", { ...given, redirect: false, callbackUrl: "/" });
  if (answer?.ok && !answer.error) return { ok: true, value: null };
  const message = MESSAGES[answer?.error ?? ""] ?? "Signing in did not work. Try again.";
  return { ok: false, code: answer?.error ?? "FAULT", message, errors: [] };
}

const missing = (message: string) => ({ path: "", message });

export function SignInForm({ returnTo, beside }: SignInFormProps) {
  const { fields, bind } = useFields({ email: "", password: "", code: "" });
  const [asksCode, setAsksCode] = useState(false);
  const [done, setDone] = useState(false);
  const passwordInput = useRef<HTMLInputElement>(null);
  const codeInput = useRef<HTMLInputElement>(null);
  const { form, pending, unplaced } = useActionForm({
    fields: [],
    leaves: (next) => next === "in",
    save: async (): Promise<Outcome<"in" | "code">> => {
      const errors = [
        ...(fields.email.trim() ? [] : [missing("Enter your e-mail address.")]),
        ...(fields.password ? [] : [missing("Enter your password.")]),
        ...(asksCode && !fields.code.trim() ? [missing("Enter the code that your authenticator app shows.")] : []),
      ];
      if (errors.length > 0) return { ok: false, code: "INVALID", message: "", errors };
      const outcome = await enter(fields);
      if (outcome.ok) return { ok: true, value: "in" };
      if (outcome.code === WANTED) return { ok: true, value: "code" };
      (asksCode && outcome.code !== "CredentialsSignin" ? codeInput : passwordInput).current?.select();
      return outcome;
    },
    onSaved: (next) => {
      if (next === "code") setAsksCode(true);
      else if (beside) setDone(true);
      // A full load: nothing that was fetched while signed out may stand in the way.
      else window.location.assign(returnTo);
    },
  });

  if (done) {
    return (
      <p role="status" className="text-base">
        You are signed in. Close this tab and go on in the one you came from: what you typed is still there.
      </p>
    );
  }
  return (
    <form {...form} method="post" className="flex flex-col gap-4">
      <FormErrors title="You are not signed in" errors={unplaced} />
      <Field label="E-mail address" id="email">
        <Input {...bind("email")} type="email" autoComplete="username" autoFocus dir="ltr" />
      </Field>
      <Field label="Password" id="password">
        <Input {...bind("password")} ref={passwordInput} type="password" autoComplete="current-password" dir="ltr" />
      </Field>
      {asksCode ? (
        <Field label="Code" id="code" hint="Of your authenticator app, or one of your recovery codes.">
          <Input
            {...bind("code")}
            ref={codeInput}
            autoComplete="one-time-code"
            dir="ltr"
            spellCheck={false}
            autoFocus
          />
        </Field>
      ) : null}
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        Sign in
      </Button>
    </form>
  );
}
