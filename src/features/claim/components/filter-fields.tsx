"use client";

import { type KeyboardEvent, useState } from "react";
import { formatVagueDate } from "@/dates/format-vague-date";
import { parseVagueDate } from "@/dates/vague-date";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

type FilterFieldProps<T> = {
  label: string;
  value: T | undefined;
  /** What was typed, once it was confirmed by Enter or left; empty for none. */
  onChange: (value: string) => void;
};

/** The text being typed, and what confirms it. What is in force elsewhere takes its place as soon as it changes. */
function useTyped(inForce: string, confirm: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    if (typed !== null && typed.trim() !== inForce) confirm(typed.trim());
    setTyped(null);
  };
  return {
    text: typed ?? inForce,
    keep: setTyped,
    settle,
    input: {
      value: typed ?? inForce,
      onChange: (event: { currentTarget: HTMLInputElement }) => setTyped(event.currentTarget.value),
      onBlur: settle,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === "Enter") settle();
      },
    },
  };
}

export function WordsField({ label, value = "", onChange }: FilterFieldProps<string>) {
  const { input } = useTyped(value, onChange);
  return (
    <Field label={label}>
      <Input dir="auto" {...input} />
    </Field>
  );
}

export function CountField({ label, value, onChange }: FilterFieldProps<number>) {
  const { input } = useTyped(value?.toString() ?? "", onChange);
  return (
    <Field label={label}>
      <Input inputMode="numeric" placeholder="times" className="w-24" {...input} />
    </Field>
  );
}

/** A stretch of time in the words of a date known roughly; says at once how it is understood. */
export function PeriodField({ label, value = "", onChange }: FilterFieldProps<string>) {
  const shown = value && formatVagueDate(value);
  const [refused, setRefused] = useState<string | null>(null);
  const { text, input } = useTyped(shown, (typed) => {
    const reading = typed ? parseVagueDate(typed) : null;
    setRefused(reading && !reading.ok ? typed : null);
    if (!reading || reading.ok) onChange(reading?.ok ? reading.date.edtf : "");
  });
  const reading = text.trim() && text !== shown ? parseVagueDate(text) : null;
  const hint = reading?.ok ? `${formatVagueDate(reading.date.edtf)} (${reading.date.edtf})` : undefined;
  const problem = refused === null ? null : parseVagueDate(refused);
  return (
    <Field label={label} hint={hint} error={problem && !problem.ok ? `“${refused}” ${problem.message}` : undefined}>
      <Input dir="auto" placeholder="October 2024, since 25 Oct 2024" {...input} />
    </Field>
  );
}
