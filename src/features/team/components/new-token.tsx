"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { useActionForm } from "@/ui/use-action-form";
import { createTokenAction } from "../actions";

const ENDS = [
  { value: "30", label: "after 30 days" },
  { value: "90", label: "after 90 days" },
  { value: "365", label: "after a year" },
  { value: "never", label: "never" },
];

const SCOPES = [
  { value: "write", label: "read and write" },
  { value: "read", label: "read only" },
];

type Made = { name: string; secret: string };

/** Makes a token and shows it, once. */
export function NewToken({ team }: { team: string }) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState<"read" | "write">("write");
  const [ends, setEnds] = useState("90");
  const [made, setMade] = useState<Made | null>(null);
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["name", "scope", "expiresInDays"],
    save: () => createTokenAction(team, { name, scope, expiresInDays: ends === "never" ? null : Number(ends) }),
    onSaved: (token) => {
      setMade({ name: token.name, secret: token.secret });
      setName("");
    },
  });
  return (
    <div className="flex flex-col gap-4">
      <form {...form} className="flex flex-col gap-3">
        <FormErrors errors={unplaced} title="No token was made" />
        <div className="flex flex-wrap items-start gap-3">
          <Field label="New token for" id="name" error={errorOf("name")} className="w-64 max-w-full">
            <Input
              name="name"
              placeholder="What will use it"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </Field>
          <Field label="May" id="scope" error={errorOf("scope")}>
            <Select
              name="scope"
              options={SCOPES}
              value={scope}
              onChange={(event) => setScope(event.currentTarget.value as typeof scope)}
            />
          </Field>
          <Field label="Ends" id="expiresInDays" error={errorOf("expiresInDays")}>
            <Select
              name="expiresInDays"
              options={ENDS}
              value={ends}
              onChange={(event) => setEnds(event.currentTarget.value)}
            />
          </Field>
          <Button type="submit" pending={pending} className="mt-6">
            Make the token
          </Button>
        </div>
      </form>
      {made ? <Secret made={made} onDone={() => setMade(null)} /> : null}
    </div>
  );
}

function Secret({ made, onDone }: { made: Made; onDone: () => void }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={`Token for ${made.name}`}
      className="flex flex-col gap-2 rounded-md border border-caution bg-caution-wash px-3 py-2.5 text-sm"
    >
      <p className="font-semibold text-caution">Copy it now: it is shown only this once</p>
      <p className="flex items-center gap-2">
        <code dir="ltr" className="min-w-0 select-all break-all font-mono">
          {made.secret}
        </code>
        <CopyButton text={made.secret} label="Copy the token" />
      </p>
      <p className="text-ink-2">It acts for you, with your role in this team. Keep it as you keep a password.</p>
      <Button size="sm" className="self-start" onClick={onDone}>
        I have it
      </Button>
    </section>
  );
}
