import { type RecordedConflict, Verdict } from "../schema";

/** Which conflicts of a track record are listed: none until a number is opened. */
export type RecordChoice = { year: number | null; verdict: Verdict | "all" } | null;

type Given = Record<string, string | string[] | undefined>;

/** What an address asks for: `?record=wrong&year=2025`. */
export function recordChoiceOf({ record, year }: Given): RecordChoice {
  const verdict = record === "all" ? record : Verdict.safeParse(record).data;
  if (verdict === undefined) return null;
  return { verdict, year: typeof year === "string" && /^\d{4}$/.test(year) ? Number(year) : null };
}

export function recordQuery(choice: RecordChoice): string {
  if (choice === null) return "";
  const { year, verdict } = choice;
  return `?${new URLSearchParams({ record: verdict, ...(year && { year: String(year) }) })}`;
}

export const chosenConflicts = (conflicts: readonly RecordedConflict[], choice: RecordChoice): RecordedConflict[] =>
  conflicts.filter(
    ({ verdict, decidedAt }) =>
      choice !== null &&
      (choice.verdict === "all" || choice.verdict === verdict) &&
      (choice.year === null || decidedAt.startsWith(`${choice.year}-`)),
  );
