"use client";

import { formatVagueDate } from "@/dates/format-vague-date";
import { parseVagueDate } from "@/dates/vague-date";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

type VagueDateFieldProps = {
  label: string;
  id: string;
  value: string;
  onChange: (value: string) => void;
  /** The day that "two weeks earlier" counts from, `2024-02-18`. */
  reference?: string | null;
  proposal?: string | null;
  error: string | undefined;
};

/** A date as an analyst knows it; says at once how it was understood. */
export function VagueDateField({ label, id, value, onChange, reference, proposal, error }: VagueDateFieldProps) {
  const reading = value.trim() ? parseVagueDate(value, { reference: reference ?? null }) : null;
  const understood = reading?.ok ? `${formatVagueDate(reading.date.edtf)} (${reading.date.edtf})` : null;
  return (
    <Field label={label} id={id} error={error} hint={understood ?? proposal ?? undefined}>
      <Input
        dir="auto"
        placeholder="late October 2024"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => (reading?.ok && reference ? onChange(settled(value, reading.date.edtf)) : undefined)}
      />
    </Field>
  );
}

/** Words that only the article's date gives a meaning to are kept as what they meant; others as they were typed. */
const settled = (words: string, edtf: string) => (parseVagueDate(words).ok ? words : edtf);
