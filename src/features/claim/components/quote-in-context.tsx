import { cn } from "@/ui/class-names";
import type { QuoteContext } from "../rules/quote-context";

type QuoteInContextProps = { context: QuoteContext; lang?: string | null; className?: string };

/** The words of a claim, marked among the words around them. */
export function QuoteInContext({ context, lang, className }: QuoteInContextProps) {
  const { before, exact, after, cutBefore, cutAfter } = context;
  return (
    // The line stands where the words begin: on the right beside Arabic.
    <blockquote
      dir="auto"
      lang={lang ?? undefined}
      className={cn("whitespace-pre-line border-s-2 border-s-quote-line ps-3 text-start", className)}
    >
      <span className="text-ink-2">
        {cutBefore ? "… " : null}
        {before}
      </span>
      <mark className="rounded-xs bg-quote-focus text-ink">{exact}</mark>
      <span className="text-ink-2">
        {after}
        {cutAfter ? " …" : null}
      </span>
    </blockquote>
  );
}
