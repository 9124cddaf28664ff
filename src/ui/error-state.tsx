import type { ReactNode } from "react";

type ErrorStateProps = {
  /** What happened. */
  title: string;
  /** What is safe, what to do. */
  children: ReactNode;
  action?: ReactNode;
  /** What a maintainer can look up in the log. */
  reference?: string | undefined;
};

export function ErrorState({ title, children, action, reference }: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-lg flex-col items-start gap-3 py-14">
      <h2 className="font-serif text-ink text-xl">{title}</h2>
      <div className="text-base text-ink-2">{children}</div>
      {action}
      {reference ? <p className="font-mono text-ink-3 text-xs">Reference {reference}</p> : null}
    </div>
  );
}
