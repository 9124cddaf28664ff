import type { Conflict } from "@/features/conflict/schema";
import { count, type Tally } from "../tally";
import type { Written } from "./cover";

/** Numbers sources in the order in which they are cited, and counts what is written, in the tally too. */
export function openLedger(tally: Tally) {
  const sources = new Map<string, number>();
  const counts = { claims: 0, context: 0, conflicts: 0, findings: 0, drafts: 0 };
  return {
    /** The number of an article, the next one where it was not cited before. */
    cite(articleId: string): number {
      const number = sources.get(articleId) ?? sources.size + 1;
      sources.set(articleId, number);
      return number;
    },
    /** The articles in the order of their numbers. */
    cited: () => [...sources.keys()],
    countClaim(outside: boolean) {
      counts[outside ? "context" : "claims"] += 1;
      if (!outside) count(tally, "claims", 1);
    },
    countConflict({ findings }: Pick<Conflict, "findings">) {
      const drafts = findings.filter(({ status }) => status === "draft").length;
      counts.conflicts += 1;
      count(tally, "conflicts", 1);
      counts.drafts += drafts;
      counts.findings += findings.length - drafts;
    },
    written: (): Written => ({ ...counts, sources: sources.size }),
  };
}
export type Ledger = ReturnType<typeof openLedger>;
