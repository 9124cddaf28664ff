const DAY_MS = 86_400_000;

export const dayNumber = (day: string) => Math.round(Date.parse(day) / DAY_MS);
export const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

export type BinUnit = "day" | "week" | "month" | "quarter" | "year" | "decade";

/** As fine as some hundred bars allow. */
export function binUnit(from: string, to: string): BinUnit {
  const days = dayNumber(to) - dayNumber(from);
  if (days <= 100) return "day";
  if (days <= 900) return "week";
  if (days <= 4000) return "month";
  if (days <= 12_000) return "quarter";
  return days <= 50_000 ? "year" : "decade";
}

/** The last day of the stretch that begins on a day. */
export function lastOfBin(from: string, unit: BinUnit): string {
  if (unit === "day") return from;
  if (unit === "week") return dayOf(dayNumber(from) + 6);
  const months = { month: 1, quarter: 3, year: 12, decade: 120 }[unit];
  const [year = 0, month = 1] = from.split("-").map(Number);
  const next = new Date(0);
  next.setUTCFullYear(year, month - 1 + months, 1);
  return dayOf(Math.round(next.getTime() / DAY_MS) - 1);
}
