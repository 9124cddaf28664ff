import type { Import } from "../schema";

const rows = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "row" : "rows"}`;

/** What an import did, or would do, in a sentence: "12 claims created, 3 updated, 6 left as they are, 2 rows refused." */
export function tellImport(
  found: Pick<Import, "status" | "dryRun" | "created" | "updated" | "unchanged" | "failed">,
): string {
  const { status, dryRun, created, updated, unchanged, failed } = found;
  if (status === "queued") return "Waiting for its turn.";
  if (status === "running") return dryRun ? "Being checked." : "Being imported.";
  if (status === "failed") return "Not imported: the file cannot be read as a sheet.";
  const would = dryRun ? "would be " : "";
  const parts = [
    created > 0 ? `${created.toLocaleString("en")} ${created === 1 ? "claim" : "claims"} ${would}created` : null,
    updated > 0 ? `${updated.toLocaleString("en")} ${would}updated` : null,
    unchanged > 0 ? `${unchanged.toLocaleString("en")} left as ${unchanged === 1 ? "it is" : "they are"}` : null,
    failed > 0 ? `${rows(failed)} ${would}refused` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? `${parts.join(", ")}.` : "The sheet has no rows.";
}
