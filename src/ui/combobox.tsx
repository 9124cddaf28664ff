"use client";

import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, type Ref, useId, useRef, useState } from "react";
import { cn } from "./class-names";
import { ComboboxList, optionId } from "./combobox-list";
import { type ComboOption, type ComboRow, comboRows, mergeOptions, recognise } from "./combobox-options";
import { useFieldControl } from "./field-context";
import { type LoadOptions, useLoadedOptions } from "./use-loaded-options";

export type ComboValue = {
  text: string;
  /** The option that the text stands for; null for words that name none. */
  option: ComboOption | null;
};

type ComboboxProps = {
  id?: string;
  /** Submits the option's value, or the words as typed where `freeText` allows them. */
  name?: string;
  options?: ComboOption[];
  /** Looks options up in addition to `options`. Keep the function the same between renders. */
  load?: LoadOptions;
  value?: ComboValue;
  defaultValue?: ComboValue;
  onChange?: (value: ComboValue) => void;
  /** Words that name no option are taken as they are. */
  freeText?: boolean;
  /** What taking new words means: "New outlet". */
  createLabel?: string;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  className?: string;
};

// The frame is around box and arrow, not on the box: Arabic words turn the box's padding round, but not the arrow.
const boxClasses = [
  "relative flex h-8 w-full items-center rounded-md border border-edge bg-raised text-ink text-sm transition-colors",
  "hover:border-ink-2 has-[:focus-visible]:border-accent has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent",
  "has-[[aria-invalid]]:border-danger has-[:disabled]:opacity-60 pointer-coarse:h-10 pointer-coarse:text-base",
];

const NOTHING: ComboValue = { text: "", option: null };

/**
 * A text box that knows names. Arrows and Enter choose; Enter with nothing chosen is left to the form, and never acts
 * while an input method composes. Written by hand because the library's own hides the rest of the page from screen
 * readers while its list is open, the box's label included.
 */
export function Combobox(props: ComboboxProps) {
  const { name, options = [], load, freeText = false, createLabel = "New", placeholder, className } = props;
  const [own, setOwn] = useState(props.defaultValue ?? NOTHING);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLSpanElement>(null);
  const listId = useId();
  const control = useFieldControl(props);

  const current = props.value ?? own;
  const query = current.text.trim();
  const loaded = useLoadedOptions(load, query, open);
  const known = mergeOptions(options, loaded.options);
  const rows = comboRows({ known, current, filtered: !load, creates: freeText && !loaded.loading });
  const status = statusWords(loaded, rows.length === 0 && query !== "");

  const set = (next: ComboValue) => {
    setOwn(next);
    props.onChange?.(next);
  };
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (row: ComboRow) => {
    set(row.create ? { text: row.label, option: null } : { text: row.label, option: row });
    close();
  };
  /** Takes the words for what they name; words that name nothing stay only where they may. */
  const settle = () => {
    const option = current.option ?? recognise(known, query);
    if (option && option !== current.option) set({ text: option.label, option });
    else if (!freeText && query && !option) set(NOTHING);
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place more than there are rows: the box itself, where the words are one's own.
      const places = rows.length + 1;
      setActive(open ? ((active + 1 + step + places) % places) - 1 : step > 0 ? 0 : rows.length - 1);
      setOpen(true);
    } else if (event.key === "Enter") {
      const row = open ? rows[active] : undefined;
      if (row) {
        event.preventDefault();
        choose(row);
      } else settle();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      // Closes the list and nothing around it: dialogs listen on the document.
      event.nativeEvent.stopImmediatePropagation();
      close();
    }
  };

  return (
    <span ref={box} className={cn(boxClasses, className)}>
      <input
        ref={props.inputRef}
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open && rows.length > 0}
        aria-controls={open && rows.length > 0 ? listId : undefined}
        aria-activedescendant={open && rows[active] ? optionId(listId, active) : undefined}
        {...control}
        placeholder={placeholder}
        value={current.text}
        onChange={(event) => {
          set({ text: event.currentTarget.value, option: null });
          setOpen(true);
          // Where only known names count, the first match is what Enter means.
          setActive(!freeText && event.currentTarget.value.trim() ? 0 : -1);
        }}
        onClick={() => setOpen(true)}
        onBlur={settle}
        onKeyDown={onKeyDown}
        className="h-full min-w-0 flex-1 rounded-md bg-transparent px-2.5 outline-none"
      />
      <ChevronDown aria-hidden="true" className="pointer-events-none me-2 size-4 shrink-0 text-ink-3" />
      {name ? <input type="hidden" name={name} value={current.option?.value ?? (freeText ? query : "")} /> : null}
      <ComboboxList
        id={listId}
        open={open}
        anchor={box}
        rows={rows}
        active={active}
        status={status}
        createLabel={createLabel}
        onChoose={choose}
        onPoint={setActive}
      />
    </span>
  );
}

function statusWords(loaded: { loading: boolean; failed: boolean }, nothing: boolean): string | null {
  if (loaded.failed) return "The options could not be loaded.";
  if (loaded.loading && nothing) return "Looking…";
  return nothing ? "Nothing by that name." : null;
}
