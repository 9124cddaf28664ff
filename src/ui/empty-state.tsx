import type { ReactNode } from "react";
import { Kbd } from "./kbd";

type EmptyStateProps = {
  title: string;
  /** What belongs here. */
  children: ReactNode;
  /** The button or link that begins it. */
  action?: ReactNode;
  /** The key that begins it. */
  keys?: string;
  /** 1 where it is all there is on the page. */
  level?: 1 | 2;
};

/** Says what belongs here, and how to begin. */
export function EmptyState({ title, children, action, keys, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="flex max-w-lg flex-col items-start gap-3 py-8">
      <Heading className="font-serif text-ink text-xl">{title}</Heading>
      <div className="text-base text-ink-2">{children}</div>
      {action || keys ? (
        <div className="flex flex-wrap items-center gap-3">
          {action}
          {keys ? (
            <span className="text-ink-3 text-sm max-md:hidden">
              or press <Kbd keys={keys} />
            </span>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
