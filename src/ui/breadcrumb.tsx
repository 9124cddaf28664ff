import Link from "next/link";
import type { ReactNode } from "react";

export type Crumb = { label: ReactNode; href?: string };

/** Where I am: the last crumb is this page. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="flex min-w-0 items-center text-sm">
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1;
          return (
            <li
              // A crumb is where it stands; two may well have the same label.
              key={crumb.href ?? `crumb-${index.toString()}`}
              className={last ? "flex min-w-0 items-center" : "flex min-w-0 shrink items-center max-md:hidden"}
            >
              {crumb.href && !last ? (
                <Link href={crumb.href} className="truncate text-ink-3 hover:text-accent hover:underline">
                  {crumb.label}
                </Link>
              ) : (
                <span aria-current={last ? "page" : undefined} className="truncate text-ink">
                  {crumb.label}
                </span>
              )}
              {last ? null : (
                <span aria-hidden="true" className="px-2 text-ink-3">
                  /
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
