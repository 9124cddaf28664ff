/** How a date of figures alone, such as 03/04/2025, is to be read. */
export type DateOrder = "day-first" | "month-first";

export type DateOrders = {
  /** What the dates that can be read in one way only say; null where there are none or they disagree. */
  order: DateOrder | null;
  /** Dates that could be either, and the first of them. */
  ambiguous: number;
  example: string | null;
  /** The date that settled it. */
  because: string | null;
};

const FIGURES = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[\sT,])/;

/** Two figures that may be day and month, and a year; null for any other cell. */
export function readFigures(cell: string): { first: number; second: number; year: number; rest: string } | null {
  const match = FIGURES.exec(cell);
  if (!match) return null;
  const [whole, first = "", , second = "", year = ""] = match;
  const full = year.length === 2 ? (Number(year) < 70 ? 2000 : 1900) + Number(year) : Number(year);
  return { first: Number(first), second: Number(second), year: full, rest: cell.slice(whole.length) };
}

/** Whether days or months come first, by the dates of a sheet in which one of the two figures is above 12. */
export function findDateOrder(cells: Iterable<string>): DateOrders {
  const seen = { "day-first": null as string | null, "month-first": null as string | null };
  let ambiguous = 0;
  let example: string | null = null;
  for (const cell of cells) {
    const read = readFigures(cell);
    if (!read) continue;
    const { first, second } = read;
    if (first > 12 && second <= 12) seen["day-first"] ??= cell.trim();
    else if (second > 12 && first <= 12) seen["month-first"] ??= cell.trim();
    else if (first !== second && first <= 12) {
      ambiguous += 1;
      example ??= cell.trim();
    }
  }
  const [day, month] = [seen["day-first"], seen["month-first"]];
  const order = day && !month ? "day-first" : month && !day ? "month-first" : null;
  return { order, ambiguous, example, because: order && seen[order] };
}
