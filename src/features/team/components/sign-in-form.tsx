"use client";

import { signIn } from "next-auth/react";
import { useRef, useState } from "react";
import type { Outcome } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { useActionForm } from "@/ui/use-action-form";

type SignInFormProps = {
  /** A path of this site, already checked. */
  returnTo: string;
  /** Opened from a page that goes on standing in another tab. */
  beside: boolean;
};

const MESSAGES: Record<string, string> = {
  CredentialsSignin: "This address and password do not belong together. Check both and try again.",
  TooManyAttempts: "There were too many attempts for this address. Wait a while, then try again.",
};

async function enter(email: string, password: string): Promise<Outcome<null>> {
  const answer = await signIn("credentials", { email, password, redirect: false });
  if (answer?.ok && !answer.error) return { ok: true, value: null };
  const message = MESSAGES[answer?.error ?? ""] ?? "Signing in did not work. Try again.";
  return { ok: false, code: answer?.error ?? "FAULT", message, errors: [] };
}

export function SignInForm({ returnTo, beside }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [done, setDone] = useState(false);
  const passwordInput = useRef<HTMLInputElement>(null);
  const { form, pending, unplaced } = useActionForm({
    fields: [],
    leaves: true,
    save: async () => {
      const missing = [
        ...(email.trim() ? [] : [{ path: "", message: "Enter your e-mail address." }]),
        ...(password ? [] : [{ path: "", message: "Enter your password." }]),
      ];
      if (missing.length > 0) return { ok: false, code: "INVALID", message: "", errors: missing };
      const outcome = await enter(email, password);
      if (!outcome.ok) passwordInput.current?.select();
      return outcome;
    },
    onSaved: () => {
      if (beside) setDone(true);
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
        <Input
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          dir="ltr"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </Field>
      <Field label="Password" id="password">
        <Input
          ref={passwordInput}
          type="password"
          name="password"
          autoComplete="current-password"
          dir="ltr"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        Sign in
      </Button>
    </form>
  );
}
