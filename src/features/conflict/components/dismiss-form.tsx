"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Textarea } from "@/ui/textarea";
import { useActionForm } from "@/ui/use-action-form";
import { dismissWarningAction } from "../actions";
import type { Dismissal, Warning } from "../schema";

type DismissFormProps = {
  team: string;
  caseId: string;
  warning: Warning;
  /** With what was made, or null where nothing was. */
  onClose: (made: Dismissal | null) => void;
};

/** Why a warning may be let be. It comes back by itself when what it rests on changes. */
export function DismissForm({ team, caseId, warning, onClose }: DismissFormProps) {
  const [reason, setReason] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const router = useRouter();
  const { kind, subject, facts, title } = warning;
  const { form, pending, errorOf, unplaced, current } = useActionForm({
    fields: ["reason"],
    save: () => dismissWarningAction(team, { caseId, kind, subject, facts, reason }),
    onSaved: onClose,
  });
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    form.onKeyDown(event);
    if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose(null);
  };
  return (
    <form
      {...form}
      onKeyDown={onKeyDown}
      aria-label={`Dismiss: ${title}`}
      className="mt-1 flex max-w-form flex-col gap-3 border-s-2 border-s-accent ps-3"
    >
      <FormErrors errors={unplaced} />
      {current ? (
        <div role="alert" className="rounded-md border border-caution bg-caution-wash px-3 py-2.5 text-sm">
          <p className="font-semibold text-caution">What this warning rests on has changed in the meantime</p>
          <Button size="sm" className="mt-2" onClick={() => router.refresh()}>
            Show it as it is now
          </Button>
        </div>
      ) : null}
      <Field
        label="Reason"
        id="reason"
        hint="For colleagues. The warning comes back when what it rests on changes."
        error={errorOf("reason")}
        required
      >
        <Textarea
          ref={field}
          rows={2}
          dir="auto"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={() => onClose(null)}>
          Cancel
        </Button>
        <Button size="sm" type="submit" variant="primary" pending={pending} keys="mod+enter">
          Dismiss
        </Button>
      </div>
    </form>
  );
}
