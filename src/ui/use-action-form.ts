"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState, useTransition } from "react";
import { attempt, type Failure, type Outcome, sayFailure } from "./attempt";
import type { FormError } from "./form-errors";

type Options<T> = {
  /** Saves what the form holds now; `over` is the newer version that a person chose to save over. */
  save: (over?: number) => Promise<Outcome<T>>;
  onSaved: (value: T) => void;
  /** Paths that have a field here; an error at `domains.2` belongs to the field `domains`. */
  fields: readonly string[];
  /** The page is left after saving: stay busy, so that nothing can be sent twice on the way out. */
  leaves?: boolean | ((value: T) => boolean);
};

/** `is not a date` stands under its label as a sentence. */
const sentence = (message: string) => message.charAt(0).toUpperCase() + message.slice(1);

const belongsTo = (path: string, field: string) => path === field || path.startsWith(`${field}.`);

/**
 * A form over a save that answers `{ok}`: errors at their fields with the first in focus, no double submit, Ctrl or ⌘
 * with Enter saves, and what was typed stays whatever happens. Spread `form` on the form element; give each field
 * `error={errorOf("title")}` and show `unplaced` in `FormErrors`.
 */
export function useActionForm<T>({ save, onSaved, fields, leaves = false }: Options<T>) {
  const element = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    if (failure) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failure]);

  const submit = (over?: number) => {
    if (busy.current) return;
    busy.current = true;
    startTransition(async () => {
      const outcome = await attempt(() => save(over));
      busy.current = outcome.ok && (typeof leaves === "function" ? leaves(outcome.value) : leaves);
      setFailure(outcome.ok ? null : outcome);
      if (outcome.ok) onSaved(outcome.value);
      else if (outcome.code === "UNAUTHENTICATED") sayFailure(outcome);
    });
  };

  const errorOf = (field: string): string | undefined => {
    const own = failure?.errors.filter((error) => belongsTo(error.path, field)) ?? [];
    return own.length > 0 ? own.map((error) => sentence(error.message)).join(" ") : undefined;
  };

  return {
    form: {
      ref: element,
      noValidate: true,
      onSubmit: (event: FormEvent) => {
        event.preventDefault();
        submit();
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
        event.preventDefault();
        submit();
      },
    },
    pending,
    errorOf,
    /** What no field here can show. */
    unplaced: failure && !isToldApart(failure) ? unplacedOf(failure, fields) : [],
    /** The row as it is now, where somebody else changed it in the meantime. */
    current: failure?.code === "CONFLICT" ? failure.current : undefined,
    submit,
    dismiss: () => setFailure(null),
  };
}

/** Said in a toast, or by the notice that shows both states. */
const isToldApart = ({ code, current }: Failure) =>
  code === "UNAUTHENTICATED" || (code === "CONFLICT" && current !== undefined);

function unplacedOf({ errors, message }: Failure, fields: readonly string[]): FormError[] {
  if (errors.length === 0) return [{ path: "", message }];
  return errors
    .filter((error) => !fields.some((field) => belongsTo(error.path, field)))
    .map((error) => ({ path: "", message: error.path ? `${error.path} ${error.message}` : sentence(error.message) }));
}
