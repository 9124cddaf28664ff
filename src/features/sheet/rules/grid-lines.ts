import type { RowGroup } from "../schema";

/** A line of the sheet on screen: a row, by its place in the sheet, or the heading of a group. */
export type Line = { row: number } | { group: RowGroup; key: string; open: boolean };

/**
 * The lines of a sheet: its rows, and in a grouped one a heading over those of each group, whose rows may be folded away.
 * Nothing is made for each row, so that a sheet of any length costs the same.
 */
export type GridLines = {
  count: number;
  at: (line: number) => Line | null;
  /** Of a row's place; where its group is folded, that of the heading. */
  lineOf: (row: number) => number;
};

/** What tells groups apart; those that share nothing are one. */
export const groupKey = ({ key }: RowGroup): string => key ?? "\u0000none";

export function gridLines(total: number, groups: readonly RowGroup[], folded: ReadonlySet<string>): GridLines {
  if (groups.length === 0) {
    return { count: total, at: (row) => (row >= 0 && row < total ? { row } : null), lineOf: (row) => row };
  }
  const parts = partsOf(groups, folded);
  const last = parts.at(-1);
  return {
    count: last ? last.line + 1 + last.shown : 0,
    at: (line) => {
      const part = partAt(parts, line, (each) => each.line);
      if (!part || line > part.line + part.shown) return null;
      const { group, key, open } = part;
      return line === part.line ? { group, key, open } : { row: part.row + line - part.line - 1 };
    },
    lineOf: (row) => {
      const part = partAt(parts, row, (each) => each.row);
      if (!part) return 0;
      return part.open ? part.line + 1 + row - part.row : part.line;
    },
  };
}

type Part = { group: RowGroup; key: string; open: boolean; line: number; row: number; shown: number };

function partsOf(groups: readonly RowGroup[], folded: ReadonlySet<string>): Part[] {
  let [line, row] = [0, 0];
  return groups.map((group) => {
    const key = groupKey(group);
    const open = !folded.has(key);
    const part = { group, key, open, line, row, shown: open ? group.rows : 0 };
    line += 1 + part.shown;
    row += group.rows;
    return part;
  });
}

/** The last part that begins at or before a place. */
function partAt(parts: readonly Part[], place: number, begin: (part: Part) => number): Part | null {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begin(parts[middle] as Part) <= place) low = middle + 1;
    else high = middle;
  }
  return place < 0 ? null : (parts[low - 1] ?? null);
}
