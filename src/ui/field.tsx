"use client";

import { type ReactNode, useId } from "react";
import { cn } from "./class-names";
import { FieldContext } from "./field-context";

type FieldProps = {
  label: ReactNode;
  /** Give the input's name, so that the error summary can lead here. */
  id?: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** Says "optional" beside the label. */
  optional?: boolean;
  disabled?: boolean;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, control, hint and error, tied together. The control inside is any of this folder's inputs. */
export function Field(props: FieldProps) {
  const { label, hint, error, required = false, optional = false, disabled = false, hideLabel = false } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error ? errorId : null, hint ? hintId : null].filter(Boolean).join(" ") || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error), required, disabled }}>
      <div className={cn("flex min-w-0 flex-col gap-1", props.className)}>
        <label htmlFor={id} className={cn("font-medium text-ink text-sm", hideLabel && "sr-only")}>
          {label}
          {optional ? <span className="font-normal text-ink-3"> (optional)</span> : null}
        </label>
        {props.children}
        {error ? (
          <p id={errorId} className="text-danger text-xs">
            {error}
          </p>
        ) : null}
        {hint ? (
          <p id={hintId} className="text-ink-3 text-xs">
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}
