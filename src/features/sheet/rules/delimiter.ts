import { countKnown } from "./columns";

/**
 * The separator of a file: the comma of RFC 4180, unless the header names more columns when it is cut at semicolons or
 * tabs, as spreadsheets of many countries write them.
 */
export function pickDelimiter(text: string): string {
  const header =
    text
      .replace(/^\uFEFF/, "")
      .slice(0, 20_000)
      .split(/\r?\n|\r/, 1)[0] ?? "";
  const count = (delimiter: string) => countKnown(header.split(delimiter).map((cell) => cell.replace(/^"|"$/g, "")));
  const [first = ",", ...others] = [",", ";", "\t"];
  return others.reduce((best, each) => (count(each) > count(best) ? each : best), first);
}
