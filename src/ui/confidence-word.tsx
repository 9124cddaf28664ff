import { cn } from "./class-names";

const WEIGHTS: Record<string, string> = {
  high: "font-semibold text-ink",
  moderate: "font-medium text-ink-2",
  low: "text-ink-2",
};

/** Confidence is a word, not a bar: `low`, `moderate`, `high`, or a dash where none was given. */
export function ConfidenceWord({ value, title }: { value: string | null | undefined; title?: string }) {
  if (!value) {
    return (
      <span className="text-ink-3 text-sm">
        <span aria-hidden="true">–</span>
        <span className="sr-only">no confidence given</span>
      </span>
    );
  }
  return (
    <span title={title} className={cn("text-sm", WEIGHTS[value] ?? "text-ink")}>
      {value}
    </span>
  );
}
