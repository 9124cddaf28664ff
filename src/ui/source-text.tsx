import type { ReactNode } from "react";
import { cn } from "./class-names";

type SourceTextProps = {
  children: ReactNode;
  lang?: string | null | undefined;
  /** Cuts to one line at the text's own end, which for Arabic lies at the left, but starts where the page starts. */
  clip?: boolean;
  className?: string;
};

/** Wraps words that come from a source, so that their direction never disturbs the line they stand in. */
export function SourceText({ children, lang, clip = false, className }: SourceTextProps) {
  return (
    <bdi
      dir="auto"
      lang={lang ?? undefined}
      className={cn(clip && "inline-block max-w-full truncate align-bottom", className)}
    >
      {children}
    </bdi>
  );
}
