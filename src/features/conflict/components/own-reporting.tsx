"use client";

import { useRef, useState, useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { SourceText } from "@/ui/source-text";
import { Textarea } from "@/ui/textarea";
import { useActionForm } from "@/ui/use-action-form";
import { markOwnReportingAction, unmarkOwnReportingAction } from "../actions";
import type { OwnReporting } from "../schema";

type OwnReportingNoteProps = { team: string; userId: string; reporting: OwnReporting; mayMark: boolean };

/** Whether the claim reports something of its own although it also repeats or credits others: who says so, and why. */
export function OwnReportingNote({ team, userId, reporting, mayMark }: OwnReportingNoteProps) {
  const { claimId, marks } = reporting;
  const root = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  const mine = marks.find(({ user }) => user.id === userId);
  const takeBack = () =>
    startTransition(async () => {
      const outcome = await attempt(() => unmarkOwnReportingAction(team, { claimId }));
      if (!outcome.ok) sayFailure(outcome);
      root.current?.focus();
    });
  const close = () => {
    setOpen(false);
    root.current?.focus();
  };
  if (marks.length === 0 && !mayMark) return null;
  return (
    <section ref={root} tabIndex={-1} aria-labelledby="own-reporting" className="flex flex-col gap-2 outline-none">
      <h2 id="own-reporting" className="font-semibold text-base">
        Own reporting
      </h2>
      {marks.length === 0 ? (
        <p className="text-ink-3 text-sm">
          Does the article add something of its own to what it repeats or credits? Then it may be an origin, too.
        </p>
      ) : (
        <ul className="flex flex-col gap-1 text-sm">
          {marks.map(({ user, reason }) => (
            <li key={user.id}>
              <SourceText className="font-medium">{user.name}</SourceText>: <SourceText>{reason}</SourceText>
            </li>
          ))}
        </ul>
      )}
      {isOpen ? <MarkForm team={team} claimId={claimId} reason={mine?.reason ?? ""} onClose={close} /> : null}
      {mayMark && !isOpen ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setOpen(true)}>
            {mine ? "Change the reason" : "Mark own reporting"}
          </Button>
          {mine ? (
            <Button size="sm" variant="ghost" pending={pending} onClick={takeBack}>
              Take my mark back
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

type MarkFormProps = { team: string; claimId: string; reason: string; onClose: () => void };

function MarkForm({ team, claimId, reason: given, onClose }: MarkFormProps) {
  const [reason, setReason] = useState(given);
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["reason"],
    onSaved: onClose,
    save: () => markOwnReportingAction(team, { claimId, reason }),
  });
  return (
    <form {...form} aria-label="Mark own reporting" className="flex flex-col gap-2">
      <FormErrors errors={unplaced} />
      <Field label="What it reports of its own" error={errorOf("reason")} required>
        <Textarea rows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          Mark
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
