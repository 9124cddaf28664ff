"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Reliability } from "@/features/outlet/schema";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormErrors } from "@/ui/form-errors";
import { Segmented } from "@/ui/segmented";
import { StaleNotice } from "@/ui/stale-notice";
import { Textarea } from "@/ui/textarea";
import { useActionForm } from "@/ui/use-action-form";
import { assessClaimAction } from "../actions";
import type { Assessment, Claim } from "../schema";
import { CONFIDENCE_CHOICES } from "./confidence-field";
import { GradeFields } from "./grade-fields";

type AssessFormProps = {
  team: string;
  claim: Claim;
  /** One's own assessment so far. */
  own: Assessment | null;
  /** The outlet's grade, which stands where none is given. */
  inherited: Reliability | null;
  confirmedNote: ReactNode;
  onSaved: () => void;
  onCancel: () => void;
};

const FIELDS = ["reliability", "credibility", "confidence", "reason"];

const typed = (own: Pick<Assessment, "reliability" | "credibility" | "confidence" | "reason"> | null) => ({
  reliability: own?.reliability ?? "",
  credibility: own?.credibility ? String(own.credibility) : "",
  confidence: own?.confidence ?? "",
  reason: own?.reason ?? "",
});

/** One's own grades of a claim, with the reason. */
export function AssessForm({ team, claim, own, inherited, confirmedNote, onSaved, onCancel }: AssessFormProps) {
  const [grades, setGrades] = useState(typed(own));
  const root = useRef<HTMLDivElement>(null);
  const { form, pending, errorOf, unplaced, current, submit, dismiss } = useActionForm({
    fields: FIELDS,
    onSaved,
    save: (over) => {
      const version = over ?? own?.version;
      return assessClaimAction(team, { claimId: claim.id, ...grades, ...(version && { version }) });
    },
  });
  useEffect(() => root.current?.querySelector("select")?.focus(), []);
  const change = (fields: Partial<typeof grades>) => setGrades((before) => ({ ...before, ...fields }));
  const newer = current as Assessment | undefined;
  return (
    <form {...form} aria-label={`My assessment of ${claim.claim}`} className="border-s-2 border-s-accent ps-3">
      <div ref={root} className="flex flex-col gap-3">
        <FormErrors errors={unplaced} />
        {newer ? (
          <StaleNotice
            what="assessment"
            fields={differing(grades, typed(newer))}
            onKeepMine={() => submit(newer.version)}
            onTakeTheirs={() => {
              setGrades(typed(newer));
              dismiss();
            }}
          />
        ) : null}
        <GradeFields
          reliability={grades.reliability}
          credibility={grades.credibility}
          onChange={change}
          inherited={inherited}
          errorOf={errorOf}
          idPrefix="own-"
          confirmedNote={confirmedNote}
        />
        <Segmented
          legend="Confidence"
          name="own-confidence"
          value={grades.confidence}
          onChange={(confidence) => change({ confidence })}
          error={errorOf("confidence")}
          options={CONFIDENCE_CHOICES.map(({ value, label }) => ({ value, label }))}
        />
        <Field label="Reason" id="own-reason" error={errorOf("reason")}>
          <Textarea
            rows={2}
            value={grades.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="sm" variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
          <Button size="sm" type="submit" variant="primary" pending={pending} keys="mod+enter">
            Save assessment
          </Button>
        </div>
      </div>
    </form>
  );
}

type Typed = ReturnType<typeof typed>;

const differing = (mine: Typed, theirs: Typed) =>
  (["reliability", "credibility", "confidence", "reason"] as const)
    .map((field) => ({ label: field, mine: mine[field], theirs: theirs[field] }))
    .filter((each) => each.mine !== each.theirs);
