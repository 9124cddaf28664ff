import type { Line, Page } from "./page";

/** How far from the edge of a page, of its height, what recurs on other pages is a head or a foot. */
const MARGIN = 0.12;
const LEAST_PAGES = 3;
const LEAST_SHARE = 0.3;

type Placed = { line: Line; page: number; key: string };

/** The lines at the edges of pages that say the same on many of them: titles, dates of printing, numbers of pages. */
export function runningHeads(pages: readonly Page[], lines: readonly (readonly Line[])[]): Set<Line> {
  const placed = lines.flatMap((own, page) => {
    const { top, bottom } = pages[page] ?? { top: 0, bottom: 0 };
    const margin = MARGIN * (top - bottom);
    return outermost(own)
      .filter((line) => line.bottom > top - margin || line.top < bottom + margin)
      .map((line): Placed => ({ line, page, key: keyOf(line, line.bottom > top - margin) }));
  });
  const byKey = grouped(placed);
  const heads = new Set<Line>();
  for (const same of byKey.values()) {
    const seen = new Set(same.map(({ page }) => page)).size;
    if (seen < LEAST_PAGES || seen < LEAST_SHARE * pages.length) continue;
    for (const { line } of same) heads.add(line);
  }
  return heads;
}

/** The first two and the last two lines of a page: a head or foot has no more. */
function outermost(lines: readonly Line[]): Line[] {
  const sorted = lines.toSorted((a, b) => b.bottom - a.bottom);
  return sorted.length <= 4 ? sorted : [...sorted.slice(0, 2), ...sorted.slice(-2)];
}

/** Left and right pages may say it at other places: only what is said counts, and whether above or below. */
const keyOf = ({ text }: Line, above: boolean) =>
  `${above ? "above" : "below"} ${text.replace(/\p{N}+/gu, "#").toLowerCase()}`;

function grouped(placed: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const each of placed) {
    const group = groups.get(each.key);
    if (group) group.push(each);
    else groups.set(each.key, [each]);
  }
  return groups;
}
