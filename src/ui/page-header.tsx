import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** One line under the title: counts, state, dates. */
  meta?: ReactNode;
  actions?: ReactNode;
};

/** The page's title, set as a newspaper sets its own: a serif over a rule. */
export function PageHeader({ title, meta, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3 border-rule border-b pb-3">
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="font-serif font-semibold text-xl">{title}</h1>
        {meta ? <div className="mt-1 text-ink-3 text-sm">{meta}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
