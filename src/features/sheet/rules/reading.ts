import { z } from "zod";
import { COLUMNS } from "../schema";
import { columnNamed } from "./columns";
import { DELIMITERS } from "./delimiter";
import { Encoding } from "./encoding";
import { Target } from "./mapping";
import type { Recognition } from "./recognise-columns";

const DateOrder = z.enum(["day-first", "month-first"]);

/** How a file was read: where its header stands, what each of its columns was taken for, and why. */
export const Reading = z
  .object({
    encoding: Encoding,
    /** False where the bytes fit several encodings: then somebody has to say. */
    encodingSure: z.boolean(),
    delimiter: z.enum(DELIMITERS),
    /** The row of the header. */
    header: z.int(),
    columns: z.array(
      z.object({
        heading: z.string(),
        to: z.array(Target),
        sure: z.boolean(),
        /** What it may be, where that is not sure. */
        perhaps: z.array(Target),
        why: z.string(),
        samples: z.array(z.string()),
      }),
    ),
    dates: z.object({
      order: DateOrder.nullable(),
      ambiguous: z.int(),
      example: z.string().nullable(),
      because: z.string().nullable(),
      /** How dates of figures are read; null where nobody knows, and such dates are refused. */
      chosen: DateOrder.nullable(),
    }),
  })
  .meta({ id: "ImportMapping" });
export type Reading = z.infer<typeof Reading>;

/** The column that a list of refused rows has behind their own. */
export const FAULT_COLUMN = "error";

/** What is wrong with a row, in one cell. */
export const faultText = (faults: readonly { column: string; message: string }[]): string =>
  faults.map(({ column, message }) => `[${column || "row"}] ${message}`).join("; ");

/** Refused rows that were corrected come back with what was wrong with them, which is nobody's claim. */
export function withoutFaultColumn(recognition: Recognition, cells: readonly string[]): Recognition {
  const last = recognition.columns.at(-1);
  const told = cells.filter((cell) => cell.trim() !== "");
  if (last?.heading !== FAULT_COLUMN || !told.every((cell) => cell.startsWith("["))) return recognition;
  const left = { ...last, to: ["left_out" as const], sure: true, perhaps: [], why: "says what was wrong last time" };
  return { ...recognition, columns: [...recognition.columns.slice(0, -1), left] };
}

/** The headings by which a team's choices are known again: whether the faults stand behind them makes no difference. */
export const headingsOf = ({ columns }: Pick<Reading, "columns">): string[] =>
  columns
    .map(({ heading }) => heading)
    .filter((heading, index) => heading !== FAULT_COLUMN || index < columns.length - 1);

/** A column of the sheet as the file calls it. */
export function headingFinder({ columns }: Pick<Reading, "columns">): (column: string) => string {
  const found = new Map<string, string>();
  for (const column of COLUMNS) {
    const from = columns.find(({ to }) => to.includes(column));
    if (from && columnNamed(from.heading) !== column) found.set(column, from.heading);
  }
  return (column) => found.get(column) ?? column;
}
