"use client";

import { ChevronDown } from "lucide-react";
import { useId, useRef } from "react";
import { cn } from "./class-names";
import { ComboboxList, optionId } from "./combobox-list";
import { useFieldControl } from "./field-context";
import { type ComboboxProps, useCombobox } from "./use-combobox";

export type { ComboValue } from "./use-combobox";

// The frame is around box and arrow, not on the box: Arabic words turn the box's padding round, but not the arrow.
const boxClasses = [
  "relative flex h-8 w-full items-center rounded-md border border-edge bg-raised text-ink text-sm transition-colors",
  "hover:border-ink-2 has-[:focus-visible]:border-accent has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent",
  "has-[[aria-invalid]]:border-danger has-[:disabled]:opacity-60 pointer-coarse:h-10 pointer-coarse:text-base",
];

/**
 * A text box that knows names. Arrows and Enter choose; Enter with nothing chosen is left to the form, and never acts
 * while an input method composes. Written by hand because the library's own hides the rest of the page from screen
 * readers while its list is open, the box's label included.
 */
export function Combobox(props: ComboboxProps) {
  const combo = useCombobox(props);
  const box = useRef<HTMLSpanElement>(null);
  const listId = useId();
  const control = useFieldControl(props);
  const listed = combo.open && combo.rows.length > 0;
  return (
    <span ref={box} className={cn(boxClasses, props.className)}>
      <input
        ref={props.inputRef}
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={listed}
        aria-controls={listed ? listId : undefined}
        aria-activedescendant={listed && combo.rows[combo.active] ? optionId(listId, combo.active) : undefined}
        {...control}
        placeholder={props.placeholder}
        value={combo.text}
        onChange={(event) => combo.type(event.currentTarget.value)}
        onClick={combo.show}
        onBlur={combo.settle}
        onKeyDown={combo.onKeyDown}
        className="h-full min-w-0 flex-1 rounded-md bg-transparent px-2.5 outline-none"
      />
      <ChevronDown aria-hidden="true" className="pointer-events-none me-2 size-4 shrink-0 text-ink-3" />
      {props.name ? <input type="hidden" name={props.name} value={combo.submitted} /> : null}
      <ComboboxList
        id={listId}
        open={combo.open}
        anchor={box}
        rows={combo.rows}
        active={combo.active}
        status={combo.status}
        createLabel={props.createLabel ?? "New"}
        onChoose={combo.choose}
        onPoint={combo.point}
      />
    </span>
  );
}
