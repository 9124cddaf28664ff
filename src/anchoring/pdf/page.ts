/** A stretch of text of a page: its words, where its baseline begins, its width and size in points, 1 for right to left. */
export type Item = readonly [text: string, x: number, y: number, width: number, size: number, rtl: 0 | 1];
/** Points run upwards and to the right. */
export type Page = { left: number; bottom: number; right: number; top: number; items: readonly Item[] };

export type Box = { left: number; right: number; bottom: number; top: number };

/** A line of one column, in reading order. */
export type Line = Box & { text: string; size: number; rtl: boolean };

export const boxOf = ([, x, y, width, size]: Item): Box => ({ left: x, right: x + width, bottom: y, top: y + size });

export function around(boxes: readonly Box[]): Box {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const each of boxes) {
    box.left = Math.min(box.left, each.left);
    box.right = Math.max(box.right, each.right);
    box.bottom = Math.min(box.bottom, each.bottom);
    box.top = Math.max(box.top, each.top);
  }
  return box;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
