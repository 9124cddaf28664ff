import { countKnown } from "./columns";
import { isKnownHeading } from "./heading-words";

/** Rows above which a header is looked for: a title, a date, a blank line. */
export const HEADER_WITHIN = 25;

/**
 * Which of the first records names the columns: the one that names most of what is known; where none does, the first that
 * is filled as widely as what follows. Null where all are blank.
 */
export function findHeader(records: readonly (readonly string[])[]): number | null {
  const first = records.slice(0, HEADER_WITHIN);
  const filled = first.map((record) => record.filter((cell) => cell.trim() !== "").length);
  const named = first.map((record) => 2 * countKnown([...record]) + record.filter(isKnownHeading).length);
  // A sentence of a title row may hold one word that is a heading; a row of headings has several, or stands first.
  const most = Math.max(0, ...named);
  const top = filled.findIndex((count) => count > 0);
  if (top < 0) return null;
  if (most > 0 && ((named[top] ?? 0) > 0 ? most <= (named[top] ?? 0) + 1 : false)) return top;
  if (most > 0) return named.indexOf(most);
  const width = Math.max(...filled);
  return filled.findIndex((count) => count > 0 && count * 2 >= width);
}
