type ProgressProps = { label: string; value: number; max: number; detail?: string };

/** How far long work is, in words and as a bar. */
export function Progress({ label, value, max, detail }: ProgressProps) {
  const share = max > 0 ? Math.min(100, Math.round((100 * value) / max)) : 0;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex justify-between gap-4 text-sm">
        <span>{label}</span>
        <span className="text-ink-3">{detail ?? `${value} of ${max}`}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        className="h-1.5 overflow-hidden rounded-sm bg-wash"
      >
        <div className="h-full bg-accent transition-[width]" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
