import { momentOfSerial } from "./workbook-xml";

/** How exact a number format shows a date; `time` shows no day at all. */
export type DateFormat = "day" | "moment" | "month" | "year" | "time";

/** The formats that spreadsheets know without saying them (ECMA-376, 18.8.30). */
const BUILT_IN: Record<number, DateFormat> = {
  14: "day",
  15: "day",
  16: "day",
  17: "month",
  18: "time",
  19: "time",
  20: "time",
  21: "time",
  22: "moment",
  45: "time",
  46: "time",
  47: "time",
};

/** What a number format makes of a number; null where it is no date. */
export function dateFormat(id: number, code: string | undefined): DateFormat | null {
  if (code === undefined) return BUILT_IN[id] ?? (isEastAsian(id) ? "day" : null);
  // What stands in quotation marks, behind a backslash or in brackets is shown as it is; [h] counts hours.
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(code);
  const bare = (code.split(";")[0] ?? "").replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").toLowerCase();
  if (elapsed || /general/.test(bare)) return elapsed ? "time" : null;
  const [year, day, clock] = [/y|e/.test(bare.replace(/e[+-]/g, "")), /d/.test(bare), /[hs]/.test(bare)];
  if (day || (year && clock)) return clock ? "moment" : "day";
  if (clock) return "time";
  if (!/m/.test(bare)) return year ? "year" : null;
  return "month";
}

const isEastAsian = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** A number as its cell shows it, where that is a date: no more exact than the format. Null where it is none. */
export function textOfDate(number: number, format: DateFormat, from1904: boolean): string | null {
  const moment = momentOfSerial(number, from1904);
  if (moment === null) return null;
  const [day = "", clock = ""] = moment.slice(0, 23).split("T");
  const time = clock.endsWith(".000") ? clock.slice(0, 8) : clock;
  switch (format) {
    case "year":
      return day.slice(0, 4);
    case "month":
      return day.slice(0, 7);
    case "day":
      return day;
    case "time":
      return number < 1 ? time : `${day}T${time}`;
    case "moment":
      return time === "00:00:00" ? day : `${day}T${time}`;
  }
}

/** A plain number as a spreadsheet shows it: 15 digits, and none behind the point that say nothing. */
export function textOfNumber(raw: string): string {
  const number = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(number)) return raw;
  if (Number.isSafeInteger(number)) return String(number);
  return String(Number(number.toPrecision(15)));
}
