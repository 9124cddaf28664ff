"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { RelativeTime } from "@/ui/relative-time";
import { toast } from "@/ui/toast";
import { useActionForm } from "@/ui/use-action-form";
import {
  beginSecondFactorAction,
  confirmSecondFactorAction,
  endSecondFactorAction,
  renewRecoveryCodesAction,
} from "../actions";
import type { NewSecondFactor } from "../schema";
import { RecoveryCodes } from "./recovery-codes";
import { useFields } from "./use-fields";

type SecondFactorProps = {
  email: string;
  /** When it was set up; null where it was not. */
  since: string | null;
  codesLeft: number;
  /** Where to go on once it is set up and the codes are kept. Without it this page is read anew. */
  returnTo?: string;
};

const CODE = { autoComplete: "one-time-code", dir: "ltr", spellCheck: false } as const;

/** A person's own second factor: setting it up, new recovery codes, giving it up. */
export function SecondFactor({ email, since, codesLeft, returnTo }: SecondFactorProps) {
  const router = useRouter();
  const [made, setMade] = useState<NewSecondFactor | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [act, setAct] = useState<"renew" | "end" | null>(null);
  const show = (codes: string[]) => {
    setCodes(codes);
    setMade(null);
    setAct(null);
  };
  const done = () => {
    setCodes(null);
    if (returnTo) window.location.assign(returnTo);
    else router.refresh();
  };

  if (codes) return <RecoveryCodes codes={codes} onDone={done} />;
  if (made) return <Confirm made={made} onCodes={show} />;
  if (since === null) return <Begin email={email} onMade={setMade} />;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">
        On since <RelativeTime at={since} />, with {codesLeft} recovery {codesLeft === 1 ? "code" : "codes"} left.
        {codesLeft < 3 ? " Make new ones soon." : ""}
      </p>
      {act === "renew" ? <Renew onCodes={show} onCancel={() => setAct(null)} /> : null}
      {act === "end" ? <End email={email} onEnded={router.refresh} onCancel={() => setAct(null)} /> : null}
      {act === null ? (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAct("renew")}>New recovery codes</Button>
          <Button onClick={() => setAct("end")}>Give it up</Button>
        </div>
      ) : null}
    </div>
  );
}

function Begin({ email, onMade }: { email: string; onMade: (made: NewSecondFactor) => void }) {
  const { fields, bind } = useFields({ password: "" });
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["password"],
    save: () => beginSecondFactorAction(fields),
    onSaved: onMade,
  });
  return (
    <form {...form} className="flex max-w-sm flex-col gap-4">
      <FormErrors errors={unplaced} title="Nothing was set up" />
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="Your password"
        id="factor-password"
        error={errorOf("password")}
        hint="You need an authenticator app, on a telephone for instance."
      >
        <Input {...bind("password")} type="password" dir="ltr" autoComplete="current-password" />
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        Set up a second factor
      </Button>
    </form>
  );
}

type WithCodes = { onCodes: (codes: string[]) => void };

function Confirm({ made, onCodes }: WithCodes & { made: NewSecondFactor }) {
  const { fields, bind } = useFields({ code: "" });
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["code"],
    save: () => confirmSecondFactorAction(fields),
    onSaved: ({ codes, ended }) => {
      toast.success("The second factor is on", ended > 0 ? { detail: "Your other browsers were signed out." } : {});
      onCodes(codes);
    },
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormErrors errors={unplaced} title="It is not on yet" />
      <div className="flex flex-wrap items-start gap-5">
        {/* Black on white in the dark too: not every camera reads it the other way round. */}
        <svg
          role="img"
          aria-label="QR code for the authenticator app"
          viewBox={`0 0 ${made.size} ${made.size}`}
          shapeRendering="crispEdges"
          className="size-44 shrink-0 rounded-md"
        >
          <rect width={made.size} height={made.size} fill="#fff" />
          <path d={made.path} fill="#000" />
        </svg>
        <div className="flex min-w-0 max-w-sm flex-1 basis-56 flex-col gap-4">
          <p className="text-sm">Scan this with the app, or type the secret into it:</p>
          <code dir="ltr" className="select-all break-all font-mono text-sm">
            {made.text.replaceAll(/(.{4})(?=.)/g, "$1 ")}
          </code>
          <Field label="The code that it shows" id="factor-code" error={errorOf("code")}>
            <Input {...bind("code")} {...CODE} inputMode="numeric" autoFocus />
          </Field>
          <Button type="submit" variant="primary" pending={pending} className="self-start">
            Turn it on
          </Button>
        </div>
      </div>
    </form>
  );
}

type WithCancel = { onCancel: () => void };

function Renew({ onCodes, onCancel }: WithCodes & WithCancel) {
  const { fields, bind } = useFields({ code: "" });
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["code"],
    save: () => renewRecoveryCodesAction(fields),
    onSaved: ({ codes }) => onCodes(codes),
  });
  return (
    <form {...form} className="flex max-w-sm flex-col gap-4">
      <FormErrors errors={unplaced} title="No codes were made" />
      <Field
        label="A code of the app"
        id="renew-code"
        error={errorOf("code")}
        hint="The recovery codes you have will no longer work."
      >
        <Input {...bind("code")} {...CODE} autoFocus />
      </Field>
      <Acts pending={pending} verb="Make new codes" onCancel={onCancel} />
    </form>
  );
}

function End({ email, onEnded, onCancel }: WithCancel & { email: string; onEnded: () => void }) {
  const { fields, bind } = useFields({ password: "", code: "" });
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["password", "code"],
    save: () => endSecondFactorAction(fields),
    onSaved: () => {
      toast.success("You sign in by password alone again");
      onEnded();
      onCancel();
    },
  });
  return (
    <form {...form} className="flex max-w-sm flex-col gap-4">
      <FormErrors errors={unplaced} title="It stays on" />
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Your password" id="end-password" error={errorOf("password")}>
        <Input {...bind("password")} type="password" dir="ltr" autoComplete="current-password" autoFocus />
      </Field>
      <Field label="A code of the app, or a recovery code" id="end-code" error={errorOf("code")}>
        <Input {...bind("code")} {...CODE} />
      </Field>
      <Acts pending={pending} verb="Give it up" danger onCancel={onCancel} />
    </form>
  );
}

type ActsProps = WithCancel & { pending: boolean; verb: string; danger?: boolean };

const Acts = ({ pending, verb, danger = false, onCancel }: ActsProps) => (
  <div className="flex gap-2">
    <Button type="submit" variant={danger ? "danger" : "primary"} pending={pending}>
      {verb}
    </Button>
    <Button onClick={onCancel}>Cancel</Button>
  </div>
);
