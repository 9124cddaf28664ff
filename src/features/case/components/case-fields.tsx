"use client";

import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Textarea } from "@/ui/textarea";

export type CaseDraft = { title: string; description: string; blind: boolean };

export const CASE_FIELDS = ["title", "description", "blind"] as const;

type CaseFieldsProps = {
  value: CaseDraft;
  onChange: (next: CaseDraft) => void;
  errorOf: (field: string) => string | undefined;
  /** Blindness is the leads' to decide once a case has begun. */
  blindLocked?: boolean;
};

/** What is said of a case, when it is opened and when it is changed. */
export function CaseFields({ value, onChange, errorOf, blindLocked = false }: CaseFieldsProps) {
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
      <Checkbox
        label="Blind"
        hint={
          blindLocked
            ? "Only leads and owners change this."
            : "Nobody sees how others judge a pair of claims or grade a claim before doing so themselves."
        }
        name="blind"
        disabled={blindLocked}
        checked={value.blind}
        onChange={(event) => onChange({ ...value, blind: event.currentTarget.checked })}
      />
    </>
  );
}
