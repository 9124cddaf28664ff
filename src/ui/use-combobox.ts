"use client";

import { type KeyboardEvent, type Ref, useState } from "react";
import { type ComboOption, type ComboRow, comboRows, mergeOptions, recognise } from "./combobox-options";
import { type LoadOptions, useLoadedOptions } from "./use-loaded-options";

export type ComboValue = {
  text: string;
  /** The option that the text stands for; null for words that name none. */
  option: ComboOption | null;
};

export type ComboboxProps = {
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

const NOTHING: ComboValue = { text: "", option: null };

/** What a combobox knows and does, apart from how it looks. */
export function useCombobox(props: ComboboxProps) {
  const { options = [], load, freeText = false } = props;
  const [own, setOwn] = useState(props.defaultValue ?? NOTHING);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  const current = props.value ?? own;
  const query = current.text.trim();
  const loaded = useLoadedOptions(load, query, open);
  const known = mergeOptions(options, loaded.options);
  // While an answer is under way, the one before is narrowed here: Enter must not choose what the words do not name.
  const filtered = !load || loaded.loading;
  const rows = comboRows({ known, current, filtered, creates: freeText && !loaded.loading });

  const set = (next: ComboValue) => {
    setOwn(next);
    props.onChange?.(next);
  };
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const type = (text: string) => {
    set({ text, option: null });
    setOpen(true);
    // Where only known names count, the first match is what Enter means.
    setActive(!freeText && text.trim() ? 0 : -1);
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
  const move = (step: 1 | -1) => {
    // One place more than there are rows: the box itself, where the words are one's own.
    const places = rows.length + 1;
    setActive(open ? ((active + 1 + step + places) % places) - 1 : step > 0 ? 0 : rows.length - 1);
    setOpen(true);
  };

  return {
    text: current.text,
    submitted: current.option?.value ?? (freeText ? query : ""),
    rows,
    active,
    open,
    status: statusWords(loaded, rows.length === 0 && query !== ""),
    type,
    choose,
    settle,
    show: () => setOpen(true),
    point: setActive,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      actOnKey(event, { row: open ? rows[active] : undefined, open, move, choose, settle, close });
    },
  };
}

type KeyActions = {
  row: ComboRow | undefined;
  open: boolean;
  move: (step: 1 | -1) => void;
  choose: (row: ComboRow) => void;
  settle: () => void;
  close: () => void;
};

function actOnKey(event: KeyboardEvent<HTMLInputElement>, { row, open, move, choose, settle, close }: KeyActions) {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && row) {
    event.preventDefault();
    choose(row);
  } else if (event.key === "Enter") {
    settle();
  } else if (event.key === "Escape" && open) {
    event.preventDefault();
    // Closes the list and nothing around it: dialogs listen on the document.
    event.nativeEvent.stopImmediatePropagation();
    close();
  }
}

function statusWords(loaded: { loading: boolean; failed: boolean }, nothing: boolean): string | null {
  if (loaded.failed) return "The options could not be loaded.";
  if (loaded.loading && nothing) return "Looking…";
  return nothing ? "Nothing by that name." : null;
}
