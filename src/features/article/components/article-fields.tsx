"use client";

import { formatVagueDate } from "@/dates/format-vague-date";
import { parseVagueDate } from "@/dates/vague-date";
import { Combobox, type ComboValue } from "@/ui/combobox";
import { type ComboOption, recognise } from "@/ui/combobox-options";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import type { ArticleWords, Named } from "./article-draft";
import { LANGUAGES } from "./languages";

type ArticleFieldsProps = {
  value: ArticleWords;
  /** Given a function, so that two changes at once do not undo each other. */
  onChange: (change: (before: ArticleWords) => Partial<ArticleWords>) => void;
  errorOf: (field: string) => string | undefined;
  /** The outlets known by name and alias. */
  outlets: ComboOption[];
  /** Called when an address was typed, to propose the outlet that stands behind it. */
  onAddress?: () => void;
  /** How the text runs, as it is read now. */
  direction: "ltr" | "rtl" | null;
};

const comboValue = ({ text, value }: Named, options: ComboOption[]): ComboValue => ({
  text,
  option: options.find((option) => option.value === value) ?? null,
});

const named = ({ text, option }: ComboValue): Named => ({ text, value: option?.value ?? null });

/** What people say of an article, beside its words. */
export function ArticleFields({ value, onChange, errorOf, outlets, onAddress, direction }: ArticleFieldsProps) {
  const bind = (name: "title" | "url" | "author" | "publishedOn") => ({
    name,
    value: value[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value: typed } = event.currentTarget;
      onChange(() => ({ [name]: typed }));
    },
  });
  const field = (name: keyof ArticleWords) => ({ id: name, error: errorOf(name) });
  return (
    <>
      <Field label="Title" {...field("title")}>
        <Input {...bind("title")} />
      </Field>
      <Field label="Outlet" {...field("outlet")} hint={outletHint(value.outlet, outlets)}>
        <Combobox
          freeText
          createLabel="New outlet"
          options={outlets}
          value={comboValue(value.outlet, outlets)}
          onChange={(next) => onChange(() => ({ outlet: named(next) }))}
        />
      </Field>
      <Field label="Address" optional {...field("url")}>
        <Input {...bind("url")} type="url" dir="ltr" placeholder="https://…" onBlur={onAddress} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Author" optional {...field("author")}>
          <Input {...bind("author")} />
        </Field>
        <Field label="Published" optional {...field("publishedOn")} hint={<Understood typed={value.publishedOn} />}>
          <Input {...bind("publishedOn")} />
        </Field>
      </div>
      <Field label="Language" optional {...field("language")} hint={languageHint(value.language, direction)}>
        <Combobox
          freeText
          createLabel="Language tag"
          options={LANGUAGES}
          value={comboValue(value.language, LANGUAGES)}
          onChange={(next) => onChange(() => ({ language: named(next) }))}
          className="sm:w-1/2"
        />
      </Field>
    </>
  );
}

function outletHint({ text, value }: Named, outlets: ComboOption[]): string {
  if (text.trim() === "") return "Who published it. A name or alias that the team knows finds its outlet.";
  const known = outlets.find((outlet) => outlet.value === value) ?? recognise(outlets, text);
  if (!known) return "Not known yet: saving makes it a new outlet.";
  return known.label === text ? "A known outlet." : `Known as ${known.label}.`;
}

/** A date as it was understood: "= 2024-10-21/2024-10-31, 21–31 Oct 2024". */
function Understood({ typed }: { typed: string }) {
  if (typed.trim() === "") return "25 Oct 2024, late Oct 2024…";
  const reading = parseVagueDate(typed);
  if (!reading.ok) return <span className="text-caution">{`This ${reading.message}.`}</span>;
  const { edtf } = reading.date;
  const words = formatVagueDate(edtf);
  return (
    <>
      = <span className="font-mono">{edtf}</span>
      {words === edtf ? null : `, ${words}`}
    </>
  );
}

function languageHint({ text }: Named, direction: "ltr" | "rtl" | null): string {
  const runs =
    direction === null ? "" : `The text runs from ${direction === "rtl" ? "right to left" : "left to right"}.`;
  return text.trim() === "" ? `Left empty, it is told from the text. ${runs}` : runs;
}
