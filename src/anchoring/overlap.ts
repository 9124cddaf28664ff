import type { Span } from "@/anchoring/selectors";

/** A stretch with a name, such as a claim's quote. */
export type NamedSpan = Span & { id: string };

/** A stretch over which the same spans lie, in the order in which they begin. */
export type Run = Span & { ids: string[] };

/** Cuts overlapping spans into disjoint runs, each with the ids that cover it; uncovered stretches give none. */
export function flattenSpans(spans: readonly NamedSpan[]): Run[] {
  const ordered = byPlace(spans);
  const ends = [...ordered].sort((a, b) => a.end - b.end);
  const cuts = [...new Set(ordered.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const open = new Set<NamedSpan>();
  const runs: Run[] = [];
  let nextStart = 0;
  let nextEnd = 0;
  for (const [index, start] of cuts.entries()) {
    for (let span = ends[nextEnd]; span && span.end <= start; span = ends[++nextEnd]) open.delete(span);
    for (let span = ordered[nextStart]; span && span.start <= start; span = ordered[++nextStart]) open.add(span);
    const end = cuts[index + 1];
    if (end !== undefined && open.size > 0) runs.push({ start, end, ids: Array.from(open, ({ id }) => id) });
  }
  return runs;
}

export type SpanIndex = {
  /** The ids whose span holds the character at `offset`, the shortest span first: what a click there means. */
  spansAt(offset: number): string[];
  /** The ids whose span shares at least one character with `[start, end)`, in text order. */
  spansWithin(start: number, end: number): string[];
};

/** Prepares many spans for being asked what lies where. */
export function indexSpans(spans: readonly NamedSpan[]): SpanIndex {
  const ordered = byPlace(spans);
  const reach = new Array<number>(ordered.length).fill(0);
  fillReach(ordered, reach, 0, ordered.length);
  const touching = (start: number, end: number) => {
    const hits: NamedSpan[] = [];
    collect(ordered, reach, 0, ordered.length, start, end, hits);
    return hits;
  };
  return {
    spansAt(offset) {
      const hits = touching(offset, offset + 1);
      return hits.sort((a, b) => a.end - a.start - (b.end - b.start)).map(({ id }) => id);
    },
    spansWithin: (start, end) => touching(start, end).map(({ id }) => id),
  };
}

/**
 * The lane of each span, from 0, for stripes in the margin: spans that overlap never share one, and few lanes are used.
 */
export function assignLanes(spans: readonly NamedSpan[]): Map<string, number> {
  const lanes = new Map<string, number>();
  const busyUntil: number[] = [];
  for (const span of byPlace(spans)) {
    let lane = busyUntil.findIndex((end) => end <= span.start);
    if (lane < 0) lane = busyUntil.length;
    busyUntil[lane] = span.end;
    lanes.set(span.id, lane);
  }
  return lanes;
}

function byPlace(spans: readonly NamedSpan[]): NamedSpan[] {
  return spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** An interval tree without nodes: the middle of each stretch of the array is its root, `reach` its furthest end. */
function fillReach(spans: readonly NamedSpan[], reach: number[], from: number, to: number): number {
  const middle = (from + to) >> 1;
  const root = spans[middle];
  if (from >= to || !root) return 0;
  const furthest = Math.max(root.end, fillReach(spans, reach, from, middle), fillReach(spans, reach, middle + 1, to));
  reach[middle] = furthest;
  return furthest;
}

function collect(
  spans: readonly NamedSpan[],
  reach: readonly number[],
  from: number,
  to: number,
  start: number,
  end: number,
  hits: NamedSpan[],
): void {
  const middle = (from + to) >> 1;
  const root = spans[middle];
  if (from >= to || !root || (reach[middle] ?? 0) <= start) return;
  collect(spans, reach, from, middle, start, end, hits);
  if (root.start >= end) return;
  if (root.end > start) hits.push(root);
  collect(spans, reach, middle + 1, to, start, end, hits);
}
