"use client";

import { ListFilter } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { cn } from "@/ui/class-names";
import { Combobox, type ComboValue } from "@/ui/combobox";
import type { ComboOption } from "@/ui/combobox-options";
import { Field } from "@/ui/field";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { Popover } from "@/ui/popover";
import type { LoadOptions } from "@/ui/use-loaded-options";
import { CHOICES, type FilterField, type SingleField, TICKS, valuesOf } from "../rules/sheet-address";
import type { ClaimFilter } from "../schema";
import { CountField, PeriodField, WordsField } from "./filter-fields";

export type FilterOptions = {
  outlets: ComboOption[];
  tags: ComboOption[];
  people: ComboOption[];
  /** Articles are too many to bring along. Keep the function the same between renders. */
  loadArticles: LoadOptions;
};

type FilterMenuProps = {
  filter: ClaimFilter;
  options: FilterOptions;
  onToggle: (field: FilterField, value: string) => void;
  /** A field of one value set anew; empty text takes it out. */
  onValue: (field: SingleField, value: string) => void;
};

/** Everything that the sheet can be narrowed by; every choice holds at once. */
export function FilterMenu({ filter, options, onToggle, onValue }: FilterMenuProps) {
  const [open, setOpen] = useState(false);
  useShortcuts([{ keys: "f", label: "Filter", run: () => setOpen(true), group: "Sheet" }]);
  const add = (field: FilterField) => (value: string) => {
    if (!valuesOf(filter, field).includes(value)) onToggle(field, value);
  };
  return (
    <Popover
      title="Show only claims where"
      open={open}
      onOpenChange={setOpen}
      className="w-88"
      trigger={
        <Button icon={<ListFilter />} keys="f">
          Add filter
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Pick label="Outlet is" options={options.outlets} onPick={add("outlet")} />
        <Pick label="Article is" load={options.loadArticles} onPick={add("article")} />
        <Pick label="Tagged" options={options.tags} onPick={add("tag")} />
        <PeriodField label="Reported" value={filter.reported} onChange={(value) => onValue("reported", value)} />
        <PeriodField label="Happened" value={filter.occurred} onChange={(value) => onValue("occurred", value)} />
        <WordsField label="Place has" value={filter.place} onChange={(value) => onValue("place", value)} />
        <Pick label="Entered by" options={options.people} onPick={add("enteredBy")} />
        {CHOICES.map(({ field, legend, choices }) => (
          <fieldset key={field}>
            <legend className="mb-1 font-medium text-sm">{legend}</legend>
            <div className="flex flex-wrap gap-1">
              {choices.map(({ value, label, title }) => (
                <Toggle
                  key={value}
                  label={label}
                  title={title}
                  pressed={valuesOf(filter, field).includes(value)}
                  onToggle={() => onToggle(field, value)}
                />
              ))}
            </div>
          </fieldset>
        ))}
        {TICKS.map(({ field, legend, choices }) => (
          <fieldset key={field} className="flex flex-col gap-1">
            <legend className="sr-only">{legend}</legend>
            {choices.map(({ value, label }) => (
              <Checkbox
                key={value}
                label={`${legend} ${label}`}
                checked={valuesOf(filter, field).includes(value)}
                onChange={() => onToggle(field, value)}
              />
            ))}
          </fieldset>
        ))}
        <CountField
          label="Related at least"
          value={filter.minRelations}
          onChange={(value) => onValue("minRelations", value)}
        />
      </div>
    </Popover>
  );
}

type PickProps = {
  label: string;
  options?: ComboOption[];
  load?: LoadOptions;
  onPick: (value: string) => void;
};

const EMPTY: ComboValue = { text: "", option: null };

/** A box that takes one name after the other. */
function Pick({ label, options, load, onPick }: PickProps) {
  const [value, setValue] = useState(EMPTY);
  return (
    <Field label={label}>
      <Combobox
        value={value}
        onChange={(next) => {
          if (next.option) onPick(next.option.value);
          setValue(next.option ? EMPTY : next);
        }}
        {...(options && { options })}
        {...(load && { load })}
      />
    </Field>
  );
}

type ToggleProps = { label: string; title: string; pressed: boolean; onToggle: () => void };

function Toggle({ label, title, pressed, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      title={title}
      onClick={onToggle}
      className={cn(
        "inline-flex h-7 min-w-7 items-center justify-center rounded-sm border px-2 text-sm pointer-coarse:h-10 pointer-coarse:min-w-10",
        label.length === 1 && "font-mono",
        pressed ? "border-accent bg-accent text-on-accent" : "border-edge bg-raised text-ink-2 hover:bg-wash",
      )}
    >
      {label}
    </button>
  );
}
