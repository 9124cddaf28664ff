"use client";

import type { ReactNode } from "react";
import { Combobox } from "@/ui/combobox";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { Textarea } from "@/ui/textarea";
import { RELIABILITY_WORDS } from "../rules";
import { type Outlet, Reliability } from "../schema";

/** An outlet as its form holds it: text in every box, names and domains a line each. */
export type OutletDraft = {
  name: string;
  aliases: string;
  domains: string;
  carriers: string;
  owner: string;
  language: string;
  country: string;
  reliability: string;
  reason: string;
};

export const OUTLET_FIELDS = [
  "name",
  "aliases",
  "domains",
  "carriers",
  "owner",
  "language",
  "country",
  "reliability",
  "reason",
] as const;

export const NO_OUTLET: OutletDraft = {
  name: "",
  aliases: "",
  domains: "",
  carriers: "",
  owner: "",
  language: "",
  country: "",
  reliability: "",
  reason: "",
};

export const draftOf = (outlet: Outlet): OutletDraft => ({
  name: outlet.name,
  aliases: outlet.aliases.join("\n"),
  domains: outlet.domains.join("\n"),
  carriers: outlet.carriers.map(({ name }) => name).join("\n"),
  owner: outlet.owner ?? "",
  language: outlet.language ?? "",
  country: outlet.country ?? "",
  reliability: outlet.reliability ?? "",
  reason: "",
});

const lines = (text: string) =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);

/** What the draft says, as the actions take it. A domain pasted as an address gives its host. */
export function inputOf(draft: OutletDraft) {
  const { name, owner, language, country } = draft;
  return {
    name,
    aliases: lines(draft.aliases),
    domains: lines(draft.domains).map((line) => (URL.canParse(line) ? new URL(line).hostname || line : line)),
    carriers: lines(draft.carriers),
    owner,
    language,
    country,
  };
}

type OutletFieldsProps = {
  value: OutletDraft;
  onChange: (next: OutletDraft) => void;
  errorOf: (field: string) => string | undefined;
};

type WithOwners = OutletFieldsProps & {
  /** The owners known, each in one spelling: a family is not split by how its name is spelt. */
  owners: string[];
  /** Stands below the name. */
  children?: ReactNode;
};

/** What an outlet is called, where it publishes, and whose it is. */
export function OutletFields({ value, onChange, errorOf, owners, children }: WithOwners) {
  const bind = (name: keyof OutletDraft) => ({
    name,
    value: value[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, [name]: event.currentTarget.value }),
  });
  const field = (name: keyof OutletDraft) => ({ id: name, error: errorOf(name) });
  return (
    <>
      <Field label="Name" {...field("name")}>
        <Input {...bind("name")} />
      </Field>
      {children}
      <Field
        label="Also known as"
        optional
        {...field("aliases")}
        hint="One a line: other spellings, scripts and short forms. Typing any of them finds this outlet."
      >
        <Textarea {...bind("aliases")} rows={2} />
      </Field>
      <Field
        label="Domains"
        optional
        {...field("domains")}
        hint="One a line, such as reuters.com. An article from there is taken to be this outlet’s."
      >
        <Textarea {...bind("domains")} rows={2} dir="ltr" />
      </Field>
      <Field
        label="Carried by"
        optional
        {...field("carriers")}
        hint="One a line: outlets that pass its texts on. “The Nation (All Africa)” is then understood as The Nation."
      >
        <Textarea {...bind("carriers")} rows={2} />
      </Field>
      <Field
        label="Owner"
        optional
        {...field("owner")}
        hint="Outlets of one owner are counted as one where independence is in doubt."
      >
        <Combobox
          freeText
          createLabel="New owner"
          options={owners.map((owner) => ({ value: owner, label: owner }))}
          value={{ text: value.owner, option: null }}
          onChange={({ text, option }) => onChange({ ...value, owner: option?.value ?? text })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Country" optional {...field("country")}>
          <Input {...bind("country")} />
        </Field>
        <Field label="Language" optional {...field("language")} hint="A tag: en, ar, fa…">
          <Input {...bind("language")} dir="ltr" />
        </Field>
      </div>
    </>
  );
}

const GRADES = Reliability.options.map((grade) => ({ value: grade, label: `${grade}  ${RELIABILITY_WORDS[grade]}` }));

type ReliabilityFieldsProps = OutletFieldsProps & {
  /** Only leads and owners grade: others see the grade and why they cannot change it. */
  locked: boolean;
  /** Asks for the reason when the grade differs from this one. */
  was: string;
};

/** The team's grade of an outlet, with the reason for a change. */
export function ReliabilityFields({ value, onChange, errorOf, locked, was }: ReliabilityFieldsProps) {
  return (
    <>
      <Field
        label="Reliability"
        id="reliability"
        optional
        disabled={locked}
        error={errorOf("reliability")}
        hint={
          locked
            ? "Only leads and owners grade outlets."
            : "Stands for every claim of this outlet that has no grade of its own."
        }
      >
        <Select
          name="reliability"
          placeholder="Not graded"
          options={GRADES}
          value={value.reliability}
          onChange={(event) => onChange({ ...value, reliability: event.currentTarget.value })}
        />
      </Field>
      {value.reliability === was ? null : (
        <Field
          label="Reason for the grade"
          id="reason"
          optional
          error={errorOf("reason")}
          hint="Kept in the history of the grade."
        >
          <Textarea
            name="reason"
            rows={2}
            value={value.reason}
            onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
          />
        </Field>
      )}
    </>
  );
}
