import type { Bounds } from "./edtf-bounds";

const EARLIEST = "0000-00-00";
const LATEST = "9999-99-99";

/** For sorting: by the earliest day, then by the latest. What is open at a side lies as far out as can be. */
export function compareVague(a: Bounds, b: Bounds): number {
  return order(a.min ?? EARLIEST, b.min ?? EARLIEST) || order(a.max ?? LATEST, b.max ?? LATEST);
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Whether two dates cannot both hold: their days do not meet, even when each is stretched by the tolerance together. */
export function disjoint(a: Bounds, b: Bounds, toleranceDays = 0): boolean {
  return gapDays(a, b) > toleranceDays || gapDays(b, a) > toleranceDays;
}

/** Days from the end of one to the beginning of the other; negative or zero where they meet. */
function gapDays(first: Bounds, second: Bounds): number {
  if (first.max === null || second.min === null) return Number.NEGATIVE_INFINITY;
  return (Date.parse(second.min) - Date.parse(first.max)) / 86_400_000;
}
