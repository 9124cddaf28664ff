"use client";

import { useState } from "react";
import { CONFIDENCE_CHOICES } from "@/features/claim/components/confidence-field";
import { GradeFields } from "@/features/claim/components/grade-fields";
import type { Claim } from "@/features/claim/schema";
import type { AnswerInput } from "@/features/round/schema";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Segmented } from "@/ui/segmented";
import { Textarea } from "@/ui/textarea";
import { ClaimToJudge } from "./claim-to-judge";

type GradeOneProps = { claim: Claim; base: string; onAnswer: (said: AnswerInput) => void };

/** One's own grades of a claim. */
export function GradeOne({ claim, base, onAnswer }: GradeOneProps) {
  const [grades, setGrades] = useState({ reliability: "", credibility: "", confidence: "", reason: "" });
  const change = (fields: Partial<typeof grades>) => setGrades((before) => ({ ...before, ...fields }));
  return (
    <form
      aria-label={`Grades of ${claim.claim}`}
      className="flex max-w-reading flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(grades);
      }}
    >
      <ClaimToJudge claim={claim} base={base} />
      <GradeFields
        reliability={grades.reliability}
        credibility={grades.credibility}
        onChange={change}
        errorOf={() => undefined}
        confirmedNote={null}
      />
      <Segmented
        legend="Confidence"
        name="confidence"
        options={CONFIDENCE_CHOICES.map(({ value, label }) => ({ value, label }))}
        value={grades.confidence}
        onChange={(confidence) => change({ confidence })}
      />
      <Field label="Reason (may stay empty)" id="reason">
        <Textarea value={grades.reason} onChange={(event) => change({ reason: event.currentTarget.value })} rows={2} />
      </Field>
      <span className="flex gap-2">
        <Button type="submit" variant="primary">
          Save and go on
        </Button>
        <Button onClick={() => onAnswer({ cannot: true })}>It cannot be judged</Button>
      </span>
    </form>
  );
}
