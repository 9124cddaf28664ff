"use client";

import type { KeyboardEvent, Ref } from "react";
import { Segmented } from "@/ui/segmented";
import { CONFIDENCE_WORDS } from "../rules/grade-wording";

export const CONFIDENCE_CHOICES = [
  { key: "1", value: "low", label: "low" },
  { key: "2", value: "moderate", label: "moderate" },
  { key: "3", value: "high", label: "high" },
  { key: "4", value: "", label: "not rated" },
];

type ConfidenceFieldProps = {
  value: string;
  onChange: (value: string) => void;
  /** A digit both chooses and saves: the last keystroke of a claim. */
  onDigit: (value: string) => void;
  groupRef: Ref<HTMLDivElement>;
  error: string | undefined;
};

/** Confidence as a word. 1 to 4 choose it and save the claim. */
export function ConfidenceField({ value, onChange, onDigit, groupRef, error }: ConfidenceFieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // By position as well: an Arabic keyboard types other digits on the same keys.
    const digit = /^Digit([1-4])$/.exec(event.code)?.[1] ?? event.key;
    const choice = CONFIDENCE_CHOICES.find(({ key }) => key === digit);
    if (!choice) return;
    event.preventDefault();
    onDigit(choice.value);
  };
  return (
    <fieldset aria-label="Confidence, digits save" onKeyDown={onKeyDown}>
      <div ref={groupRef}>
        <Segmented
          legend="Confidence"
          name="confidence"
          value={value}
          onChange={onChange}
          error={error}
          options={CONFIDENCE_CHOICES.map(({ key, value, label }) => ({
            value,
            label,
            keys: key,
            ...(CONFIDENCE_WORDS[value] && { title: CONFIDENCE_WORDS[value] }),
          }))}
        />
      </div>
    </fieldset>
  );
}
