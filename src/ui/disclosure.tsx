import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = {
  summary: ReactNode;
  open?: boolean;
  /** Told when it opens and closes, for what is read only then. */
  onToggle?: (open: boolean) => void;
  children: ReactNode;
};

/** Details that open in place; works without a script. */
export function Disclosure({ summary, open, onToggle, children }: DisclosureProps) {
  return (
    <details
      open={open}
      onToggle={onToggle ? (event) => onToggle(event.currentTarget.open) : undefined}
      className="group"
    >
      <summary className="flex list-none items-center gap-1.5 rounded-sm py-1 font-medium text-sm [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 text-ink-3 transition-transform group-open:rotate-90 rtl:rotate-180"
        />
        {summary}
      </summary>
      <div className="ps-5.5 pt-1 pb-2">{children}</div>
    </details>
  );
}
