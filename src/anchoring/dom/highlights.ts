import { rangesOf, readTextMap, type TextMap } from "@/anchoring/dom/text-map";
import type { Span } from "@/anchoring/selectors";

/** What to paint: for each name of a `::highlight(name)` rule, the stretches of text that have that look. */
export type HighlightLayers = Readonly<Record<string, readonly Span[]>>;

export type Painter = {
  /**
   * Shows these layers and nothing else of this painter's. Only what changed is touched. Of a layer with very many
   * stretches only those within `near` are painted: a browser goes through all that it was given at every change of one.
   */
  paint(layers: HighlightLayers, near?: Span | null): void;
  /** Takes everything of this painter's away. */
  clear(): void;
};

/** Whether this browser paints highlights (Chrome 105, Safari 17.2, Firefox 140 and later). */
function canPaint(): boolean {
  return typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight !== "undefined";
}

/**
 * Paints stretches of the text under `root` with the CSS Custom Highlight API: no element is added, so highlights may
 * overlap freely and React's own elements stay as they are. Looks are grouped by name, one `Highlight` for each however
 * many claims there are; `priorities` say which look lies on top. Several painters (two articles side by side) share
 * the names. Does nothing where the browser cannot paint.
 */
export function createPainter(root: Element, priorities: Readonly<Record<string, number>> = {}): Painter {
  if (!canPaint()) return { paint() {}, clear() {} };
  const painted = new Map<string, Map<string, Range[]>>();
  const drawn = new Map<string, { spans: readonly Span[]; near: Span | null }>();
  let map: TextMap = { root, pieces: [], blocks: [] };
  const erase = (name: string) => {
    for (const ranges of painted.get(name)?.values() ?? []) removeRanges(name, ranges);
    painted.delete(name);
  };
  const clear = () => {
    for (const name of [...painted.keys()]) erase(name);
  };
  return {
    clear,
    paint(layers, near = null) {
      const current = readTextMap(root);
      if (current !== map && !showsTheSame(map, current)) clear();
      map = current;
      for (const name of [...painted.keys()]) if (!layers[name]?.length) erase(name);
      for (const [name, spans] of Object.entries(layers)) {
        // The same array holds the same stretches: thousands of quotes stay as they are while a sentence is walked to.
        const within = spans.length > MANY ? near : null;
        const last = drawn.get(name);
        if (spans.length === 0 || (last?.spans === spans && last.near === within && painted.has(name))) continue;
        drawn.set(name, { spans, near: within });
        const old = painted.get(name) ?? new Map<string, Range[]>();
        painted.set(name, repaint(map, name, within ? overlapping(spans, within) : spans, old, priorities[name] ?? 0));
      }
    },
  };
}

const MANY = 200;

const overlapping = (spans: readonly Span[], { start, end }: Span) =>
  spans.filter((span) => span.start < end && span.end > start);

/** Brings one layer from the old stretches to the new ones. */
function repaint(
  map: TextMap,
  name: string,
  spans: readonly Span[],
  old: Map<string, Range[]>,
  priority: number,
): Map<string, Range[]> {
  const next = new Map<string, Range[]>();
  for (const span of spans) {
    const key = `${span.start}-${span.end}`;
    if (next.has(key)) continue;
    let ranges = old.get(key);
    if (!ranges) {
      ranges = rangesOf(map, span);
      addRanges(name, ranges, priority);
    }
    next.set(key, ranges);
  }
  for (const [key, ranges] of old) if (!next.has(key)) removeRanges(name, ranges);
  return next;
}

function addRanges(name: string, ranges: readonly Range[], priority: number): void {
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }
  for (const range of ranges) highlight.add(range);
}

function removeRanges(name: string, ranges: readonly Range[]): void {
  const highlight = CSS.highlights.get(name);
  for (const range of ranges) highlight?.delete(range);
  if (highlight?.size === 0) CSS.highlights.delete(name);
}

/** Whether two readings found the same nodes showing the same stretches, so that ranges made before still hold. */
function showsTheSame(before: TextMap, after: TextMap): boolean {
  return (
    before.pieces.length === after.pieces.length &&
    before.pieces.every((piece, index) => {
      const other = after.pieces[index];
      return other?.node === piece.node && other.start === piece.start && other.end === piece.end;
    })
  );
}
