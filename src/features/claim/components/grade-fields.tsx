"use client";

import { RELIABILITY_WORDS } from "@/features/outlet/rules";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { CREDIBILITY_WORDS } from "../rules/grade-wording";

type GradeFieldsProps = {
  reliability: string;
  credibility: string;
  onChange: (grades: { reliability?: string; credibility?: string }) => void;
  /** The outlet's grade, which stands where none is given here. */
  inherited?: string | null;
  errorOf: (field: string) => string | undefined;
  /** Tells the fields apart where two such forms stand on one page. */
  idPrefix?: string;
};

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, word]) => ({ value, label: `${value} · ${word}` }));

/** Reliability of the source and credibility of the information, each judged by itself. */
export function GradeFields({
  reliability,
  credibility,
  onChange,
  inherited,
  errorOf,
  idPrefix = "",
}: GradeFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label="Reliability" id={`${idPrefix}reliability`} error={errorOf("reliability")}>
        <Select
          options={options(RELIABILITY_WORDS)}
          placeholder={inherited ? `${inherited} (the outlet’s)` : "Not given"}
          value={reliability}
          onChange={(event) => onChange({ reliability: event.currentTarget.value })}
        />
      </Field>
      <Field label="Credibility" id={`${idPrefix}credibility`} error={errorOf("credibility")}>
        <Select
          options={options(CREDIBILITY_WORDS)}
          placeholder="Not given"
          value={credibility}
          onChange={(event) => onChange({ credibility: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}
