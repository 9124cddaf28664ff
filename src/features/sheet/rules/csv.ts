import { encodeCell } from "./cells";

/** One record of RFC 4180, neutralised for spreadsheets. Ends with a line feed. */
export const csvRecord = (values: readonly (string | null)[]): string => `${values.map(csvField).join(",")}\n`;

function csvField(value: string | null): string {
  if (value === null || value === "") return "";
  const cell = encodeCell(value);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
