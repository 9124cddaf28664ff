import type { ReactNode } from "react";
import { cn } from "./class-names";

const TONES = {
  neutral: "border-hairline bg-desk text-ink-2",
  accent: "border-transparent bg-accent-wash text-accent",
  caution: "border-transparent bg-caution-wash text-caution",
  danger: "border-transparent bg-danger-wash text-danger",
};

/** A word about a thing: `draft`, `blind`, `moved`. The word carries the meaning, the tone only repeats it. */
export function Badge({ tone = "neutral", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={cn(
        "inline-flex h-5 items-center whitespace-nowrap rounded-sm border px-1.5 font-medium text-xs",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
