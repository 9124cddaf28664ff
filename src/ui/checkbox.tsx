"use client";

import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";
import { cn } from "./class-names";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

export function Checkbox({ label, hint, className, id, ...rest }: CheckboxProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <div className={cn("flex items-start gap-2", className)}>
      <input
        type="checkbox"
        id={inputId}
        aria-describedby={hint ? `${inputId}-hint` : undefined}
        {...rest}
        className="mt-0.5 size-4 shrink-0"
      />
      <div className="min-w-0">
        <label htmlFor={inputId} className="text-sm">
          {label}
        </label>
        {hint ? (
          <p id={`${inputId}-hint`} className="text-ink-3 text-xs">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
