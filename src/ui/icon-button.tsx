"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";
import { Tooltip } from "./tooltip";

export type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  /** The accessible name, shown as a tooltip too. */
  label: string;
  icon: ReactNode;
  keys?: string;
};

export function IconButton({ label, icon, keys, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={cn(
          "inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors",
          "hover:bg-wash hover:text-ink disabled:opacity-50 data-popup-open:bg-wash",
          "pointer-coarse:size-10 [&_svg]:size-4",
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
