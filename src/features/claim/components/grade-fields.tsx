"use client";

import type { ReactNode } from "react";
import { RELIABILITY_WORDS } from "@/features/outlet/rules";
import { Reliability } from "@/features/outlet/schema";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { gradesFarApart } from "../rules/grade-distance";
import { CREDIBILITY_WORDS } from "../rules/grade-wording";

type GradeFieldsProps = {
  reliability: string;
  credibility: string;
  onChange: (grades: { reliability?: string; credibility?: string }) => void;
  /** The outlet's grade, which stands where none is given here. */
  inherited?: Reliability | null;
  errorOf: (field: string) => string | undefined;
  /** Tells the fields apart where two such forms stand on one page. */
  idPrefix?: string;
  /** What is said at once to who chooses credibility 1. */
  confirmedNote: ReactNode;
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
  confirmedNote,
}: GradeFieldsProps) {
  const letter = Reliability.safeParse(reliability).data ?? inherited ?? null;
  const far = gradesFarApart(letter, credibility === "" ? null : Number(credibility));
  return (
    <div className="flex flex-col gap-2">
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
      {credibility === "1" ? confirmedNote : null}
      <p role="status" className="text-caution text-sm empty:hidden">
        {far
          ? `${letter} with ${credibility} lie far apart. If both are meant, say why in the reason or the note.`
          : null}
      </p>
    </div>
  );
}
