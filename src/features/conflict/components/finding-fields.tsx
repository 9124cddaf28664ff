"use client";

import { CONFIDENCE_WORDS } from "@/features/claim/rules/grade-wording";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { Segmented } from "@/ui/segmented";
import { Select } from "@/ui/select";
import { Textarea } from "@/ui/textarea";
import type { FindingDraft } from "../rules/finding-draft";
import { mayPrefer } from "../rules/finding-status";
import { LIKELIHOOD_WORDS, OUTCOME_WORDS } from "../rules/finding-wording";
import { FindingOutcome, Likelihood } from "../schema";

export const FINDING_FIELDS = ["question", "outcome", "preferredCamp", "rationale", "likelihood", "confidence"];

type FindingFieldsProps = {
  value: FindingDraft;
  onChange: (fields: Partial<FindingDraft>) => void;
  errorOf: (field: string) => string | undefined;
  /** Letters of the camps. */
  camps: string[];
  /** What the claims ask by themselves. */
  proposedQuestion: string;
};

/** What a finding says. Likelihood and confidence stand apart: ICD 203 keeps them out of one sentence. */
export function FindingFields({ value, onChange, errorOf, camps, proposedQuestion }: FindingFieldsProps) {
  const { outcome } = value;
  useShortcuts(
    FindingOutcome.options.map((each, index) => ({
      keys: String(index + 1),
      label: OUTCOME_WORDS[each],
      group: "Finding",
      hidden: true,
      run: () => onChange({ outcome: each }),
    })),
  );
  return (
    <>
      <Field label="Question" id="question" optional error={errorOf("question")}>
        <Input
          value={value.question}
          placeholder={proposedQuestion}
          onChange={(event) => onChange({ question: event.currentTarget.value })}
        />
      </Field>
      <Segmented
        legend="Outcome"
        name="outcome"
        value={outcome}
        onChange={(outcome) => onChange({ outcome: outcome as FindingOutcome })}
        error={errorOf("outcome") && "Choose what came of it."}
        options={FindingOutcome.options.map((each, index) => ({
          value: each,
          label: OUTCOME_WORDS[each],
          keys: String(index + 1),
        }))}
      />
      {outcome !== "" && mayPrefer(outcome) ? (
        <Segmented
          legend={outcome === "outdated" ? "Which camp is up to date" : "Which camp holds"}
          name="preferredCamp"
          value={value.preferredCamp}
          onChange={(preferredCamp) => onChange({ preferredCamp })}
          error={errorOf("preferredCamp")}
          options={camps.map((letter) => ({ value: letter, label: letter }))}
        />
      ) : null}
      <Field
        label="Rationale"
        id="rationale"
        error={errorOf("rationale")}
        hint="Cite claims by their numbers, as C-7: they become links."
      >
        <Textarea
          rows={5}
          value={value.rationale}
          onChange={(event) => onChange({ rationale: event.currentTarget.value })}
        />
      </Field>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Field label="Likelihood" id="likelihood" optional error={errorOf("likelihood")}>
          <Select
            placeholder="Not given"
            value={value.likelihood}
            onChange={(event) => onChange({ likelihood: event.currentTarget.value })}
            options={Likelihood.options.map((each) => ({
              value: each,
              label: `${LIKELIHOOD_WORDS[each].words} (${LIKELIHOOD_WORDS[each].percent})`,
            }))}
          />
        </Field>
        <Field
          label="Confidence"
          id="confidence"
          optional
          error={errorOf("confidence")}
          hint={CONFIDENCE_WORDS[value.confidence]}
        >
          <Select
            placeholder="Not given"
            value={value.confidence}
            onChange={(event) => onChange({ confidence: event.currentTarget.value })}
            options={Object.keys(CONFIDENCE_WORDS).map((value) => ({ value, label: value }))}
          />
        </Field>
      </div>
    </>
  );
}
