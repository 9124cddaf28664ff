"use client";

import { type FocusEvent, type KeyboardEvent, useMemo, useState } from "react";
import { matchingKey } from "@/anchoring/normalise";
import { Badge } from "@/ui/badge";
import { Chip } from "@/ui/chip";
import { Combobox, type ComboValue } from "@/ui/combobox";
import { Field } from "@/ui/field";
import { SourceText } from "@/ui/source-text";
import { readsAsOutlet } from "../rules/outlet-guess";

export type KnownOutlet = { id: string; name: string; aliases: string[] };

type AttributionFieldProps = {
  steps: string[];
  /** Steps that are outlets though the team does not know them. */
  newOutlets: string[];
  onChange: (steps: string[], newOutlets: string[]) => void;
  outlets: KnownOutlet[];
  /** Why the chain stands here though nobody typed it; it is a proposal until it is saved. */
  proposal: string | null;
  error: string | undefined;
};

const EMPTY: ComboValue = { text: "", option: null };

/** The chain from the article's outlet to where the claim is said to come from: steps as chips, the next one typed. */
export function AttributionField({ steps, newOutlets, onChange, outlets, proposal, error }: AttributionFieldProps) {
  const [next, setNext] = useState(EMPTY);
  const options = outlets.map(({ id, name, aliases }) => ({ value: id, label: name, aliases }));
  const known = useMemo(
    () => new Set(outlets.flatMap(({ name, aliases }) => [name, ...aliases].map(matchingKey))),
    [outlets],
  );
  const isKnown = (name: string) => known.has(matchingKey(name));
  const turn = (name: string) =>
    onChange(steps, newOutlets.includes(name) ? newOutlets.filter((each) => each !== name) : [...newOutlets, name]);
  const add = (text: string) => {
    const typed = text
      .split(/\s*>\s*/)
      .map((step) => step.trim())
      .filter(Boolean);
    const found = typed.filter((name) => !isKnown(name) && readsAsOutlet(name));
    if (typed.length > 0) onChange([...steps, ...typed], [...newOutlets, ...found]);
    setNext(EMPTY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // Saving takes along what is typed but not yet a step; the key goes on to the form.
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && next.text.trim()) add(next.text);
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && next.text.trim() && !event.defaultPrevented) {
      event.preventDefault();
      add(next.text);
    } else if (event.key === "Backspace" && next.text === "" && steps.length > 0) {
      event.preventDefault();
      onChange(steps.slice(0, -1), newOutlets);
    }
  };
  // Going on to another field, too; a click on a suggestion, which lies outside the form, is not that.
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget;
    if (!(to instanceof HTMLElement) || event.currentTarget.contains(to) || !next.text.trim()) return;
    if (event.currentTarget.closest("form")?.contains(to)) add(next.text);
  };
  return (
    <Field
      label={<>Attribution {proposal ? <Badge tone="accent">proposed</Badge> : null}</>}
      id="attribution"
      error={error}
      hint={proposal ?? undefined}
    >
      <fieldset
        aria-label="Attribution"
        className="flex flex-wrap items-center gap-1.5"
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        {steps.map((step, index) => (
          <Chip
            key={steps.slice(0, index + 1).join(" > ")}
            onRemove={() =>
              onChange(
                steps.filter((_, at) => at !== index),
                newOutlets,
              )
            }
            removeLabel={`Remove ${step} from the attribution`}
          >
            {index > 0 ? "› " : ""}
            <SourceText>{step}</SourceText>
            {isKnown(step) ? null : <Kind name={step} outlet={newOutlets.includes(step)} onTurn={() => turn(step)} />}
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

/** What a name that the team does not know stands for: a person or other source, or an outlet that saving will create. */
function Kind({ name, outlet, onTurn }: { name: string; outlet: boolean; onTurn: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={outlet}
      aria-label={`${name} is an outlet`}
      title={outlet ? "A new outlet; press if it is a person or another source" : "A source; press if it is an outlet"}
      onClick={onTurn}
      className="ms-1 inline-flex h-6 min-w-6 items-center rounded-sm px-1 text-ink-2 underline decoration-dotted underline-offset-2 hover:bg-wash"
    >
      {outlet ? "new outlet" : "source"}
    </button>
  );
}
