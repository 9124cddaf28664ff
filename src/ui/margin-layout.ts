export type MarginItem = { id: string; anchor: number; height: number };

/**
 * Where cards stand in a margin so that each is beside its anchor as nearly as none overlap. The focused card stands
 * exactly at its anchor; those before it give way upwards, those after it downwards. Distances are in pixels.
 */
export function layOutMargin(items: readonly MarginItem[], focused: string | null, gap = 8): Map<string, number> {
  const sorted = [...items].sort((a, b) => a.anchor - b.anchor);
  const tops = new Map<string, number>();
  const pivot = Math.max(
    0,
    sorted.findIndex((item) => item.id === focused),
  );
  let floor = Number.NEGATIVE_INFINITY;
  for (const item of sorted.slice(pivot)) {
    const top = Math.max(item.anchor, floor, 0);
    tops.set(item.id, top);
    floor = top + item.height + gap;
  }
  let ceiling = tops.get(sorted[pivot]?.id ?? "") ?? 0;
  for (const item of sorted.slice(0, pivot).reverse()) {
    const top = Math.min(item.anchor, ceiling - gap - item.height);
    tops.set(item.id, top);
    ceiling = top;
  }
  return pushedBelowStart(sorted, tops, gap);
}

/** What gave way past the top of the margin is pushed down again, and takes the rest along as far as it must. */
function pushedBelowStart(sorted: readonly MarginItem[], tops: Map<string, number>, gap: number): Map<string, number> {
  let floor = 0;
  for (const item of sorted) {
    const top = Math.max(tops.get(item.id) ?? 0, floor);
    tops.set(item.id, top);
    floor = top + item.height + gap;
  }
  return tops;
}
