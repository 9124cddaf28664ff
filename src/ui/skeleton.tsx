import { cn } from "./class-names";

/** A place held while something loads. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn("block h-4 animate-[skeleton_1.6s_ease-in-out_infinite] rounded-sm bg-wash", className)}
    />
  );
}

type SkeletonRowsProps = {
  rows?: number;
  /** Exact height of the rows to come, in pixels, so that nothing jumps. */
  height?: number;
  label?: string;
};

const WIDTHS = ["w-3/5", "w-4/5", "w-2/3", "w-1/2", "w-3/4"];

/** Rows of the height of those that will take their place. */
export function SkeletonRows({ rows = 8, height = 32, label = "Loading" }: SkeletonRowsProps) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // The rows are all alike and never change places.
          key={`row-${row.toString()}`}
          className="flex items-center gap-4 border-hairline border-b"
          style={{ height }}
        >
          <Skeleton className="h-3 w-10" />
          <Skeleton className={cn("h-3", WIDTHS[row % WIDTHS.length])} />
        </div>
      ))}
    </div>
  );
}

/** A page's worth of running text to come. */
export function SkeletonText({ lines = 6, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="flex max-w-reading flex-col gap-3">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={`line-${line.toString()}`} className={line === lines - 1 ? "w-2/5" : "w-full"} />
      ))}
    </div>
  );
}
