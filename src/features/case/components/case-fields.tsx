"use client";

import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Textarea } from "@/ui/textarea";

export type CaseDraft = {
  title: string;
  description: string;
  blind: boolean;
  secondSignature: boolean;
  timeTolerance: string;
};

export const CASE_FIELDS = ["title", "description", "blind", "secondSignature", "timeTolerance"] as const;

type CaseFieldsProps = {
  value: CaseDraft;
  onChange: (next: CaseDraft) => void;
  errorOf: (field: string) => string | undefined;
  /** How a case is judged and signed is the leads' to decide once it has begun. */
  rulesLocked?: boolean;
};

/** What is said of a case, when it is opened and when it is changed. */
export function CaseFields({ value, onChange, errorOf, rulesLocked = false }: CaseFieldsProps) {
  return (
    <>
      <Field label="Title" id="title" error={errorOf("title")} hint="The matter under study, as a question or a name.">
        <Input
          name="title"
          value={value.title}
          onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
        />
      </Field>
      <Field label="Description" id="description" optional error={errorOf("description")}>
        <Textarea
          name="description"
          value={value.description}
          onChange={(event) => onChange({ ...value, description: event.currentTarget.value })}
        />
      </Field>
      <Field
        label="Tolerance in days"
        id="timeTolerance"
        error={errorOf("timeTolerance")}
        hint="Contradicting claims whose events lie further apart are asked about: an update?"
      >
        <Input
          name="timeTolerance"
          inputMode="numeric"
          className="w-24"
          value={value.timeTolerance}
          onChange={(event) => onChange({ ...value, timeTolerance: event.currentTarget.value })}
        />
      </Field>
      <Checkbox
        label="Blind"
        hint={
          rulesLocked
            ? "Only leads and owners change this."
            : "Nobody sees how others judge a pair of claims or grade a claim before doing so themselves."
        }
        name="blind"
        disabled={rulesLocked}
        checked={value.blind}
        onChange={(event) => onChange({ ...value, blind: event.currentTarget.checked })}
      />
      <Checkbox
        label="Second signature"
        hint={
          rulesLocked ? "Only leads and owners change this." : "A finding is signed by a lead other than its author."
        }
        name="secondSignature"
        disabled={rulesLocked}
        checked={value.secondSignature}
        onChange={(event) => onChange({ ...value, secondSignature: event.currentTarget.checked })}
      />
    </>
  );
}

/** What is typed as the API takes it. An empty field is no days. */
export const caseOfDraft = ({ timeTolerance, ...draft }: CaseDraft) => ({
  ...draft,
  timeTolerance: Number(timeTolerance),
});
