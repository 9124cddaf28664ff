import type { ReactNode } from "react";

type SourceTextProps = { children: ReactNode; lang?: string | null | undefined; className?: string };

/** Wraps words that come from a source, so that their direction never disturbs the line they stand in. */
export function SourceText({ children, lang, className }: SourceTextProps) {
  return (
    <bdi dir="auto" lang={lang ?? undefined} className={className}>
      {children}
    </bdi>
  );
}
