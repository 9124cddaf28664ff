"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { useFieldControl } from "./field-context";
import { inputClasses } from "./input-classes";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type SelectProps = ComponentProps<"select"> & { options: SelectOption[]; placeholder?: string };

/** The platform's own select: it works with a screen reader, a phone and one's habits. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <span className={cn("relative inline-flex w-full", className)}>
      <select
        {...rest}
        {...useFieldControl(rest)}
        className={cn(inputClasses, "h-8 appearance-none pe-8 pointer-coarse:h-10")}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="-translate-y-1/2 pointer-events-none absolute end-2 top-1/2 size-4 text-ink-3"
      />
    </span>
  );
}
