"use client";

import type { ReactNode } from "react";
import { useId } from "react";
import { cn } from "./class-names";
import { Kbd } from "./kbd";

export type SegmentedOption = {
  value: string;
  label: ReactNode;
  /** Official wording: shown on hover, and said with the label. */
  title?: string;
  /** A key to print. It is only shown here, not bound. */
  keys?: string;
  disabled?: boolean;
};

type SegmentedProps = {
  legend: string;
  hideLegend?: boolean;
  name: string;
  options: SegmentedOption[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (value: string) => void;
  error?: string | undefined;
  className?: string;
};

/** One of few, side by side: native radios, so arrows, forms and screen readers work by themselves. */
export function Segmented(props: SegmentedProps) {
  const { legend, hideLegend = false, name, options, value, defaultValue, onChange, error } = props;
  const id = useId();
  return (
    <fieldset
      className={cn("flex min-w-0 flex-col gap-1", props.className)}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={cn("mb-1 font-medium text-sm", hideLegend && "sr-only")}>{legend}</legend>
      <div className="inline-flex w-fit max-w-full flex-wrap rounded-md border border-edge bg-raised">
        {options.map((option) => (
          <label
            key={option.value}
            title={option.title}
            className={cn(
              "relative inline-flex h-7.5 items-center gap-1.5 border-hairline px-2.5 text-ink-2 text-sm transition-colors",
              "not-first:border-s first:rounded-s-[3px] last:rounded-e-[3px] hover:bg-wash pointer-coarse:h-10",
              "has-checked:bg-accent has-checked:text-on-accent has-disabled:opacity-50",
              "has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={value === undefined ? defaultValue === option.value : undefined}
              onChange={() => onChange?.(option.value)}
              className="sr-only"
            />
            {option.label}
            {option.keys ? <Kbd keys={option.keys} quiet /> : null}
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className="text-danger text-xs">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
