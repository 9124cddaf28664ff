/** What the marks mean, under the drawing. */
export function MatrixLegend({ largest }: { largest: number }) {
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2 text-sm">
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="size-3 bg-agrees" /> agree
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="size-3 bg-contradicts" /> contradict
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="size-1 bg-edge" /> other kinds only
      </span>
      <span className="text-ink-3">area by count, the largest {largest.toLocaleString("en")}</span>
    </p>
  );
}
