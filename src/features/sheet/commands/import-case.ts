import type { TxCtx } from "@/platform/context";
import type { FileClaim, Section } from "../rules/case-file";
import type { PreviewRow } from "../rules/preview";
import { claimLabel, type ImportError, SheetRow } from "../schema";
import { type CasePlan, planCase } from "./plan-case";
import type { ReadCaseFile } from "./read-case-file";
import { writeCase } from "./write-case";

type Counts = Record<"created" | "unchanged" | "failed", number>;

export type ImportedCase = {
  counts: Counts;
  /** What was new beside the claims, by section. */
  beside: Partial<Record<Section, number>>;
  errors: ImportError[];
  /** What became of each claim of the file, in its order. */
  rows: PreviewRow[];
};

type Options = { caseId: string; blind: boolean; dryRun: boolean };

/** Brings a case file into the case, or tells what it would do. The case is locked already, unless nothing is written. */
export async function importCase(
  ctx: TxCtx,
  { caseId, blind, dryRun }: Options,
  { file, errors }: ReadCaseFile,
  step: (claims: number) => Promise<void>,
): Promise<ImportedCase> {
  const plan = await planCase(ctx, caseId, file);
  const left = dryRun ? [] : await writeCase(ctx, { caseId, blind }, { file, plan }, step);
  const refused = [...errors, ...plan.errors];
  return {
    counts: { created: plan.claims.length, unchanged: plan.left.length, failed: refused.length },
    beside: {
      articles: plan.articles.length,
      relations: plan.relations.length,
      findings: plan.findings.length,
      ownReporting: plan.ownReporting.length,
      suspicions: plan.suspicions.length,
      dismissals: plan.dismissals.length,
      comments: plan.comments.length,
    },
    errors: [...refused, ...left],
    rows: rowsOf(file.claims, plan),
  };
}

function rowsOf(claims: readonly FileClaim[], { claims: fresh, left }: CasePlan): PreviewRow[] {
  const created = new Set(fresh);
  const unchanged = new Set(left);
  return claims.map((claim, index) => ({
    row: index + 1,
    outcome: created.has(claim) ? "created" : unchanged.has(claim) ? "unchanged" : "failed",
    number: claim.number,
    cells: cellsOf(claim),
    changes: [],
    errors: [],
  }));
}

const cellsOf = ({ number, statement, quote, reportedOn, occurredOn, status, tags }: FileClaim) => ({
  claim: claimLabel(number),
  statement,
  ...(quote && { quote: quote.exact }),
  ...(reportedOn && { reported_on: reportedOn }),
  ...(occurredOn && { occurred_on: occurredOn }),
  status,
  ...(tags.length > 0 && { tags: SheetRow.shape.tags.encode(tags) }),
});
