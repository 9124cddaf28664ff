import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClasses } from "./button-classes";

type PaginationProps = {
  /** Address of the page before, or null on the first. */
  previous?: string | null;
  next?: string | null;
  /** "Claims 1 to 100 of 412", or what is known of it. */
  children?: ReactNode;
};

/** For lists that page by keyset: there is a before and an after, but no page 7. */
export function Pagination({ previous, next, children }: PaginationProps) {
  if (!previous && !next && !children) return null;
  return (
    <nav aria-label="Pages" className="flex items-center gap-3 py-3 text-ink-3 text-sm">
      <span className="flex-1">{children}</span>
      {previous ? (
        <Link href={previous} rel="prev" className={buttonClasses({ size: "sm" })}>
          Previous
        </Link>
      ) : null}
      {next ? (
        <Link href={next} rel="next" className={buttonClasses({ size: "sm" })}>
          Next
        </Link>
      ) : null}
    </nav>
  );
}
