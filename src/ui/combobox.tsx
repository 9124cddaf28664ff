"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, type Ref, useEffect, useState } from "react";
import { cn } from "./class-names";
import { type ComboOption, matchOptions, recognise } from "./combobox-options";
import { useFieldControl } from "./field-context";
import { inputClasses } from "./input-classes";
import { SourceText } from "./source-text";

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
  /** Looks options up instead of, or in addition to, `options`. */
  load?: (query: string, signal: AbortSignal) => Promise<ComboOption[]>;
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

const PAUSE_MS = 150;
const LIMIT = 50;
const NOTHING: ComboValue = { text: "", option: null };
const CREATE = "create";

type Row = ComboOption & { create?: true };

type Loaded = { query: string; options: ComboOption[]; failed: boolean };

function useLoadedOptions(load: ComboboxProps["load"], query: string, wanted: boolean) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (!load || !wanted) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const options = await load(query, abort.signal);
        if (!abort.signal.aborted) setLoaded({ query, options, failed: false });
      } catch {
        if (!abort.signal.aborted) setLoaded({ query, options: [], failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [load, query, wanted]);
  return {
    options: loaded?.options ?? [],
    loading: Boolean(load) && wanted && loaded?.query !== query,
    failed: loaded?.failed === true && loaded.query === query,
  };
}

/** A text box that knows names. Choosing is by arrows and Enter; Enter never acts while an input method composes. */
export function Combobox(props: ComboboxProps) {
  const { name, options = [], load, freeText = false, createLabel = "New", placeholder, className } = props;
  const [own, setOwn] = useState(props.defaultValue ?? NOTHING);
  const [open, setOpen] = useState(false);
  const current = props.value ?? own;
  const control = useFieldControl(props);
  const query = current.text.trim();
  const loaded = useLoadedOptions(load, query, open);
  const known = mergeOptions(options, loaded.options);
  // With something chosen, opening the list is meant to change it: show everything.
  const offered = current.option || !query ? known : load ? known : matchOptions(known, query);
  const rows: Row[] = offered.slice(0, LIMIT);
  const isNew = freeText && query !== "" && !current.option && !loaded.loading && !recognise(known, query);
  if (isNew) rows.push({ value: CREATE, label: query, create: true });

  const set = (next: ComboValue) => {
    setOwn(next);
    props.onChange?.(next);
  };
  const settle = () => {
    const option = current.option ?? recognise(known, query);
    if (option && option !== current.option) set({ text: option.label, option });
    else if (!freeText && query && !option) set(NOTHING);
  };

  return (
    <Autocomplete.Root
      items={rows}
      mode="none"
      value={current.text}
      open={open}
      onOpenChange={setOpen}
      autoHighlight={!freeText}
      disabled={control.disabled}
      itemToStringValue={(row: Row) => row.label}
      onValueChange={(text, details) => {
        if (details.reason !== "item-press") set({ text, option: null });
      }}
    >
      <span className={cn("relative flex w-full", className)}>
        <Autocomplete.Input
          ref={props.inputRef}
          dir="auto"
          autoComplete="off"
          {...control}
          placeholder={placeholder}
          onBlur={settle}
          onKeyDown={(event) => guardKeys(event, open)}
          className={cn(inputClasses, "h-8 pe-8 pointer-coarse:h-10")}
        />
        <Autocomplete.Trigger
          tabIndex={-1}
          aria-label="Show the options"
          className="absolute inset-y-0 end-0 flex w-8 items-center justify-center text-ink-3 hover:text-ink"
        >
          <ChevronDown aria-hidden="true" className="size-4" />
        </Autocomplete.Trigger>
      </span>
      {name ? <input type="hidden" name={name} value={current.option?.value ?? (freeText ? query : "")} /> : null}
      <ComboboxPopup
        status={loaded.failed ? "The options could not be loaded." : loaded.loading ? "Looking…" : null}
        createLabel={createLabel}
        onChoose={(row) => set(row.create ? { text: row.label, option: null } : { text: row.label, option: row })}
      />
    </Autocomplete.Root>
  );
}

function mergeOptions(given: ComboOption[], loaded: ComboOption[]): ComboOption[] {
  return [...new Map([...given, ...loaded].map((option) => [option.value, option])).values()];
}

type GuardedEvent = KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler: () => void };

/** Keeps two keys from the library: Enter while composing, and Escape on a closed list, which would empty the box. */
function guardKeys(event: GuardedEvent, open: boolean) {
  const composing = event.nativeEvent.isComposing && event.key === "Enter";
  const leaving = event.key === "Escape" && !open;
  if (composing || leaving) event.preventBaseUIHandler();
}

type ComboboxPopupProps = { status: string | null; createLabel: string; onChoose: (row: Row) => void };

function ComboboxPopup({ status, createLabel, onChoose }: ComboboxPopupProps) {
  return (
    <Autocomplete.Portal>
      <Autocomplete.Positioner sideOffset={4} collisionPadding={8} className="z-50">
        <Autocomplete.Popup className="floating max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-48 overflow-y-auto overscroll-contain empty:hidden">
          <Autocomplete.Status className="px-2.5 text-ink-3 text-sm not-empty:py-1.5">{status}</Autocomplete.Status>
          <Autocomplete.Empty className="px-2.5 text-ink-3 text-sm not-empty:py-1.5">
            {status ? null : "Nothing by that name."}
          </Autocomplete.Empty>
          <Autocomplete.List className="not-empty:py-1">
            {(row: Row) => (
              <Autocomplete.Item
                key={row.value}
                value={row}
                onClick={() => onChoose(row)}
                className="flex min-h-8 items-center gap-2 px-2.5 py-1 text-sm pointer-coarse:min-h-11 data-highlighted:bg-accent-wash"
              >
                {row.create ? <span className="shrink-0 text-accent">{createLabel}</span> : null}
                <SourceText lang={row.lang} className="min-w-0 flex-1 truncate text-start">
                  {row.label}
                </SourceText>
                {row.detail ? (
                  <SourceText className="max-w-2/5 shrink-0 truncate text-ink-3 text-xs">{row.detail}</SourceText>
                ) : null}
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </Autocomplete.Popup>
      </Autocomplete.Positioner>
    </Autocomplete.Portal>
  );
}
