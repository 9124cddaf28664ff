import type { ReactNode } from "react";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { type ChangedField, changedFieldsOf } from "../rules/tell-activity";
import type { Activity } from "../schema";
import { ActivitySentence, type SubjectHref } from "./activity-sentence";

type ActivityListProps = {
  items: Activity[];
  hrefOf?: SubjectHref;
  /** Names the list: "What happened last". */
  label: string;
  /** Leaves the fields out: for a glance. */
  brief?: boolean;
  /** What may be done about a change, beside it. */
  actionOf?: (activity: Activity) => ReactNode;
};

/** What happened, a sentence each, with what stood before and what stands now behind it. */
export function ActivityList({ items, hrefOf, label, brief = false, actionOf }: ActivityListProps) {
  return (
    <ol aria-label={label} className="border-hairline border-t">
      {items.map((activity) => (
        <ActivityItem
          key={activity.id}
          activity={activity}
          hrefOf={hrefOf}
          brief={brief}
          action={actionOf?.(activity)}
        />
      ))}
    </ol>
  );
}

type ActivityItemProps = { activity: Activity; hrefOf: SubjectHref | undefined; brief: boolean; action: ReactNode };

function ActivityItem({ activity, hrefOf, brief, action }: ActivityItemProps) {
  const fields = brief ? [] : changedFieldsOf(activity);
  return (
    <li className="border-hairline border-b py-2 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5">
        <p className="min-w-0 max-w-full break-words">
          <ActivitySentence activity={activity} hrefOf={hrefOf} />
        </p>
        <p className="flex items-baseline gap-3 text-ink-3 text-xs">
          <RelativeTime at={activity.at} show="time" />
          {brief ? null : <span className="font-mono">#{activity.seq}</span>}
        </p>
      </div>
      {fields.length > 0 ? (
        <details className="mt-1">
          <summary className="w-fit cursor-default text-ink-3 text-xs hover:text-ink">
            {fields.map((field) => field.label).join(", ")}
          </summary>
          <ChangedFields fields={fields} />
          {action}
        </details>
      ) : (
        action
      )}
    </li>
  );
}

/** Field by field: the value before, struck out, and the value after. */
export function ChangedFields({ fields }: { fields: ChangedField[] }) {
  return (
    <dl className="mt-2 mb-1 grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 max-sm:grid-cols-1">
      {fields.map(({ name, label, before, after }) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0 whitespace-pre-wrap break-words max-sm:mb-1.5">
            {before ? (
              <del className="text-ink-3 decoration-1">
                <span className="sr-only">before: </span>
                <SourceText>{before}</SourceText>
              </del>
            ) : null}
            {before && after ? " " : null}
            {after ? (
              <ins className="no-underline">
                <span className="sr-only">now: </span>
                <SourceText>{after}</SourceText>
              </ins>
            ) : null}
            {after ? null : <span className="text-ink-3"> emptied</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
