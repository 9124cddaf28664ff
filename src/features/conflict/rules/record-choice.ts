import { type RecordedConflict, Verdict } from "../schema";

/** Which conflicts of a track record are listed; null for all. */
export type RecordChoice = { year: number | null; verdict: Verdict | null };

type Given = Record<string, string | string[] | undefined>;

/** What an address asks for: `?record=wrong&year=2025`. */
export function recordChoiceOf({ record, year }: Given): RecordChoice {
  const verdict = Verdict.safeParse(record).data ?? null;
  return { verdict, year: typeof year === "string" && /^\d{4}$/.test(year) ? Number(year) : null };
}

export function recordQuery({ year, verdict }: RecordChoice): string {
  const query = new URLSearchParams({ ...(verdict && { record: verdict }), ...(year && { year: String(year) }) });
  return query.size > 0 ? `?${query}` : "";
}

export const chosenConflicts = (
  conflicts: readonly RecordedConflict[],
  { year, verdict }: RecordChoice,
): RecordedConflict[] =>
  conflicts.filter(
    (each) =>
      (verdict === null || each.verdict === verdict) && (year === null || each.decidedAt.startsWith(`${year}-`)),
  );
