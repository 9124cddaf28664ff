import type { ReactNode } from "react";

type ErrorStateProps = {
  /** What happened. */
  title: string;
  /** What is safe, what to do. */
  children: ReactNode;
  action?: ReactNode;
  /** What a maintainer can look up in the log. */
  reference?: string | undefined;
  /** 1 where it is all there is on the page. */
  level?: 1 | 2;
};

export function ErrorState({ title, children, action, reference, level = 2 }: ErrorStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div role="alert" className="flex max-w-lg flex-col items-start gap-3 py-8">
      <Heading className="font-serif text-ink text-xl">{title}</Heading>
      <div className="text-base text-ink-2">{children}</div>
      {action}
      {reference ? <p className="font-mono text-ink-3 text-xs">Reference {reference}</p> : null}
    </div>
  );
}
