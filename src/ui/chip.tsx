"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";

type ChipProps = {
  children: ReactNode;
  /** Said by the removing button: "Remove filter outlet is Reuters". */
  removeLabel?: string;
  onRemove?: () => void;
};

/** A filter in force or a tag set; removable when `onRemove` is given. */
export function Chip({ children, removeLabel, onRemove }: ChipProps) {
  return (
    <span className="inline-flex h-6 max-w-full items-center gap-1 rounded-sm border border-hairline bg-desk ps-2 pe-2 text-ink text-xs has-[button]:pe-0">
      <span className="min-w-0 truncate">{children}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel ?? "Remove"}
          onClick={onRemove}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-wash hover:text-ink"
        >
          <X aria-hidden="true" className="size-3" />
        </button>
      ) : null}
    </span>
  );
}
