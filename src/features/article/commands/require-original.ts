import type { TxCtx } from "@/platform/context";
import { invalid } from "@/platform/errors";

/** That an article may be said to repeat `originalId`: it is of the case, and is not itself said to repeat the article. */
export async function requireOriginal(
  ctx: TxCtx,
  caseId: string,
  originalId: string,
  articleId: string | null = null,
): Promise<void> {
  if (originalId === articleId) throw invalid("repeats", "is the article itself");
  const chain = await ctx.tx.$queryRaw<{ id: string; caseId: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT id, case_id, repeats_id FROM article WHERE team_id = ${ctx.teamId}::uuid AND id = ${originalId}::uuid
      UNION SELECT a.id, a.case_id, a.repeats_id
      FROM article a JOIN chain ON a.id = chain.repeats_id WHERE a.team_id = ${ctx.teamId}::uuid)
    SELECT id::text, case_id::text AS "caseId" FROM chain`;
  if (chain.find(({ id }) => id === originalId)?.caseId !== caseId)
    throw invalid("repeats", "is not an article of this case");
  if (chain.some(({ id }) => id === articleId)) throw invalid("repeats", "is itself said to repeat this article");
}
