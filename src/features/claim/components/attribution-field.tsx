"use client";

import { type KeyboardEvent, useState } from "react";
import { Badge } from "@/ui/badge";
import { Chip } from "@/ui/chip";
import { Combobox, type ComboValue } from "@/ui/combobox";
import { Field } from "@/ui/field";
import { SourceText } from "@/ui/source-text";

export type KnownOutlet = { id: string; name: string; aliases: string[] };

type AttributionFieldProps = {
  steps: string[];
  onChange: (steps: string[]) => void;
  outlets: KnownOutlet[];
  /** Why the chain stands here though nobody typed it; it is a proposal until it is saved. */
  proposal: string | null;
  error: string | undefined;
};

const EMPTY: ComboValue = { text: "", option: null };

/** The chain from the article's outlet to where the claim is said to come from: steps as chips, the next one typed. */
export function AttributionField({ steps, onChange, outlets, proposal, error }: AttributionFieldProps) {
  const [next, setNext] = useState(EMPTY);
  const options = outlets.map(({ id, name, aliases }) => ({ value: id, label: name, aliases }));
  const add = (text: string) => {
    const typed = text
      .split(/\s*>\s*/)
      .map((step) => step.trim())
      .filter(Boolean);
    if (typed.length > 0) onChange([...steps, ...typed]);
    setNext(EMPTY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && next.text.trim() && !event.defaultPrevented) {
      event.preventDefault();
      add(next.text);
    } else if (event.key === "Backspace" && next.text === "" && steps.length > 0) {
      event.preventDefault();
      onChange(steps.slice(0, -1));
    }
  };
  return (
    <Field
      label={<>Attribution {proposal ? <Badge tone="accent">proposed</Badge> : null}</>}
      id="attribution"
      error={error}
      hint={proposal ?? undefined}
    >
      <fieldset aria-label="Attribution" className="flex flex-wrap items-center gap-1.5" onKeyDown={onKeyDown}>
        {steps.map((step, index) => (
          <Chip
            key={steps.slice(0, index + 1).join(" > ")}
            onRemove={() => onChange(steps.filter((_, at) => at !== index))}
            removeLabel={`Remove ${step} from the attribution`}
          >
            {index > 0 ? "› " : ""}
            <SourceText>{step}</SourceText>
          </Chip>
        ))}
        <span className="min-w-32 flex-1">
          <Combobox
            options={options}
            value={next}
            onChange={(value) => (value.option ? add(value.option.label) : setNext(value))}
            freeText
            createLabel="Source or new outlet"
            placeholder={steps.length > 0 ? "then through whom" : "Outlet, then who speaks through it"}
          />
        </span>
      </fieldset>
    </Field>
  );
}
