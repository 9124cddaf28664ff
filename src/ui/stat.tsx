import Link from "next/link";
import type { ReactNode } from "react";

type StatProps = { value: ReactNode; label: string; href?: string };

/** A number and what it counts. With `href` it opens the rows behind it, as every number should. */
export function Stat({ value, label, href }: StatProps) {
  const body = (
    <>
      <dt className="order-2 text-ink-3 text-sm">{label}</dt>
      <dd className="font-serif text-ink text-xl">
        {href ? (
          <Link
            href={href}
            className="underline decoration-1 decoration-edge underline-offset-4 hover:decoration-2 hover:decoration-accent"
          >
            {value}
            <span className="sr-only"> {label}</span>
          </Link>
        ) : (
          value
        )}
      </dd>
    </>
  );
  return <div className="flex flex-col">{body}</div>;
}

/** Numbers in a row. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-10 gap-y-4">{children}</dl>;
}
