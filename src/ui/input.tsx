"use client";

import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { useFieldControl } from "./field-context";
import { inputClasses } from "./input-classes";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input
      dir="auto"
      {...rest}
      {...useFieldControl(rest)}
      className={cn(inputClasses, "h-8 pointer-coarse:h-10", className)}
    />
  );
}
