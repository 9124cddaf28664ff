import { type QuoteFinder, quoteFinder } from "@/anchoring/selectors";
import { refuseLocation } from "@/features/claim/rules/quote-problem";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { wantedQuote } from "../rules/diff";
import { groupBy } from "../rules/group-by";
import type { Plan } from "../rules/plan";
import type { Row } from "../rules/row";
import { versionOf } from "../rules/versions";
import type { ImportError } from "../schema";

/** A quote to be found in a text: of a version by its id, or of any version of the team with this hash. */
type Check = { row: Row; exact: string; text: string };

/**
 * What is wrong with the quotes a plan would write: a text that is held must have the words, at the place that is given.
 * What is not held cannot be checked; such a quote stands as orphaned. Texts are read a few at a time.
 */
export async function checkQuotes(ctx: Ctx, plan: Plan): Promise<ImportError[]> {
  const checks = checksOf(plan);
  const byText = groupBy(checks, ({ text }) => text);
  const texts = [...byText.keys()];
  const errors: ImportError[] = [];
  for (let at = 0; at < texts.length; at += BATCH) {
    for (const { key, text } of await readTexts(ctx, texts.slice(at, at + BATCH))) {
      const find = quoteFinder(text);
      for (const check of byText.get(key) ?? []) errors.push(...checkQuote(check, find));
    }
  }
  return errors;
}

const BATCH = 20;

function checksOf(plan: Plan): Check[] {
  const created = plan.creates.flatMap(({ row, article }): Check[] => {
    if (!row.cells.quote || article.is === "none") return [];
    const version = versionOf(article, row.cells.article_sha256?.value ?? null);
    const text = version.is === "known" ? version.id : version.sha256;
    return text === null ? [] : [{ row, exact: row.cells.quote.value, text }];
  });
  const changed = plan.updates.flatMap(({ row, known, difference }): Check[] => {
    const touched = (["quote", "quote_start", "quote_end"] as const).some((column) => difference.columns.has(column));
    const exact = wantedQuote(row, known);
    return exact && touched && known.quotedVersionId ? [{ row, exact, text: known.quotedVersionId }] : [];
  });
  return [...created, ...changed];
}

async function readTexts(ctx: Ctx, keys: string[]): Promise<{ key: string; text: string }[]> {
  const hashes = keys.filter((key) => key.length === 64);
  const ids = keys.filter((key) => key.length !== 64);
  return db(ctx).$queryRaw(Prisma.sql`
    SELECT id::text AS key, text FROM article_version
    WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${ids}::uuid[]) AND text IS NOT NULL
    UNION ALL
    (SELECT DISTINCT ON (sha256) sha256 AS key, text FROM article_version
     WHERE team_id = ${ctx.teamId}::uuid AND sha256 = ANY(${hashes}::text[]) AND text IS NOT NULL)`);
}

function checkQuote({ row: { row, cells }, exact }: Check, find: QuoteFinder): ImportError[] {
  const start = cells.quote_start?.value;
  const end = cells.quote_end?.value;
  const place = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  const refusal = refuseLocation(find({ exact, ...place }));
  return refusal ? [{ row, column: "quote", message: refusal.message }] : [];
}
