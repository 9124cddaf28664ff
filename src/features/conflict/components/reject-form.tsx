"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Textarea } from "@/ui/textarea";
import { useActionForm } from "@/ui/use-action-form";
import { decideSuspicionAction } from "../actions";
import type { Suspicion } from "../schema";

type RejectFormProps = { team: string; suspicion: Suspicion; onClose: () => void };

/** Why it is no copy: kept, so that nobody is asked again. */
export function RejectForm({ team, suspicion: { id, version, from, to }, onClose }: RejectFormProps) {
  const [reason, setReason] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { form, pending, errorOf, unplaced } = useActionForm({
    fields: ["reason"],
    onSaved: onClose,
    save: (over) =>
      decideSuspicionAction(team, { suspicionId: id, status: "rejected", reason, version: over ?? version }),
  });
  return (
    <form
      {...form}
      aria-label={`Why ${from.claim} is no copy of ${to.claim}`}
      className="flex max-w-form flex-col gap-2"
    >
      <FormErrors errors={unplaced} />
      <Field label="Why it is no copy" error={errorOf("reason")} required>
        <Textarea ref={field} rows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          Reject
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
