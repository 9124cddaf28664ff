"use client";

import { Button } from "./button";

export type StaleField = { label: string; mine: string; theirs: string };

type StaleNoticeProps = {
  /** What was changed: "case", "outlet". */
  what: string;
  /** The fields whose two values differ. */
  fields: StaleField[];
  /** Saves what stands in the form over the newer state. */
  onKeepMine: () => void;
  /** Puts the newer state into the form. */
  onTakeTheirs: () => void;
};

/** Somebody else saved in the meantime: both values of every field that differs, and the choice. */
export function StaleNotice({ what, fields, onKeepMine, onTakeTheirs }: StaleNoticeProps) {
  return (
    <section role="alert" className="rounded-md border border-caution bg-caution-wash px-3 py-2.5 text-sm">
      <p className="font-semibold text-caution">Somebody else changed this {what} in the meantime</p>
      {fields.length === 0 ? (
        <p className="mt-1">What they saved is what stands in this form.</p>
      ) : (
        <dl className="mt-2 flex flex-col gap-2">
          {fields.map((field) => (
            <div key={field.label}>
              <dt className="font-medium">{field.label}</dt>
              <dd>
                <span className="text-ink-3">now </span>
                <bdi>{field.theirs || "–"}</bdi>
              </dd>
              <dd>
                <span className="text-ink-3">yours </span>
                <bdi>{field.mine || "–"}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={onKeepMine}>
          Save mine over it
        </Button>
        <Button size="sm" onClick={onTakeTheirs}>
          Take the newer state
        </Button>
      </div>
    </section>
  );
}
