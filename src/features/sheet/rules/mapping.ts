import { z } from "zod";
import { COLUMNS, type Column } from "../schema";
import type { Layout } from "./columns";
import { DELIMITERS } from "./delimiter";
import { Encoding } from "./encoding";

/** What becomes of a column of a file: one of the sheet's, its own under its heading, or nothing. */
export const Target = z.enum([...COLUMNS, "extra", "left_out"]);
export type Target = z.infer<typeof Target>;

const Targets = z.preprocess(
  (given) => (typeof given === "string" ? [given] : given),
  z.array(Target).min(1, "must name what the column becomes").max(4),
);

/** How a file is read: what each column becomes, by its heading, and what the file itself leaves open. */
export const Mapping = z.object({
  /** Headings that are not named here are recognised as far as they surely can be, else kept as their own. */
  columns: z.record(z.string().max(300), Targets).default({}),
  /** How a date such as 03/04/2025 is read. */
  dates: z.enum(["day-first", "month-first"]).nullable().optional(),
  /** Found unless said. */
  encoding: Encoding.optional(),
  delimiter: z.enum(DELIMITERS).optional(),
});
export type Mapping = z.infer<typeof Mapping>;

/** Columns whose cells, where several are given, are joined in the order of the file, and by what. */
const JOINED: Partial<Record<Column, string>> = {
  statement: "\n",
  attribution: " > ",
  place: ", ",
  tags: "; ",
  note: "\n",
  agrees_with: "; ",
  contradicts: "; ",
  qualifies: "; ",
  updates: "; ",
  repeats: "; ",
  unrelated_to: "; ",
};

export const joinerOf = (column: Column): string | undefined => JOINED[column];

/** A column of a file with what it becomes. */
export type Mapped = { heading: string; to: readonly Target[] };

/** Where each column of the sheet is found in a record, or why that cannot be told. */
export function layoutOf(
  mapped: readonly Mapped[],
  dates: Layout["dates"],
): { layout: Layout } | { problems: Problem[] } {
  const layout: Layout = { known: new Map(), extra: new Map(), passed: new Set(), width: mapped.length, dates };
  const problems: Problem[] = [];
  for (const [index, { heading, to }] of mapped.entries()) {
    for (const target of to) {
      if (target === "left_out") layout.passed.add(index);
      else if (target === "extra") layout.extra.set(heading, index);
      else {
        const others = layout.known.get(target) ?? [];
        if (others.length > 0 && !JOINED[target]) {
          const first = mapped[others[0] ?? 0]?.heading ?? "";
          problems.push({ heading, message: `becomes ${target}, which “${first}” is already` });
        }
        layout.known.set(target, [...others, index]);
      }
    }
  }
  if (!(["statement", "id", "claim"] as const).some((column) => layout.known.has(column))) {
    problems.push({ heading: "statement", message: NO_STATEMENT });
  }
  return problems.length > 0 ? { problems } : { layout };
}

export type Problem = { heading: string; message: string };

const NO_STATEMENT =
  "The sheet has no such column, and none that says which claims it changes (id or claim): say which of its columns holds what is claimed.";
