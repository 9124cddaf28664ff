"use client";

import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { useFieldControl } from "./field-context";
import { inputClasses } from "./input-classes";

/** Grows with its text where the browser can, from `rows` upward. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      dir="auto"
      rows={rows}
      {...rest}
      {...useFieldControl(rest)}
      className={cn(inputClasses, "field-sizing-content max-h-[60vh] resize-y py-1.5", className)}
      style={{ minHeight: `calc(${rows} * 1.25rem + 0.875rem)` }}
    />
  );
}
