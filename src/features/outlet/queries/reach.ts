import { type Ctx, db } from "@/platform/context";
import { getOutlet } from "../queries";
import type { Reach, SplitOutlet } from "../schema";
import { findSplitParts } from "./split-parts";

/** How much a merge of this outlet would move. */
export async function reachOfMerge(ctx: Ctx, { outletId }: { outletId: string }): Promise<Reach> {
  const [row] = await db(ctx).$queryRaw<Reach[]>`
    SELECT (count(*) FILTER (WHERE of_article))::int AS articles, (count(*) FILTER (WHERE NOT of_article))::int AS claims,
      count(DISTINCT case_id)::int AS cases
    FROM (
      SELECT TRUE AS of_article, case_id FROM article WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ${outletId}::uuid
      UNION ALL
      SELECT FALSE, case_id FROM claim WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ${outletId}::uuid) named`;
  return row ?? { articles: 0, claims: 0, cases: 0 };
}

type Wanted = Pick<SplitOutlet, "aliases" | "domains"> & { outletId: string };

/** How much a split would move: the claims whose last outlet, else whose article, goes with it. */
export async function reachOfSplit(ctx: Ctx, { outletId, aliases, domains }: Wanted): Promise<Reach> {
  const whole = await getOutlet(ctx, outletId);
  const { articles, names } = await findSplitParts(ctx, whole, { aliases, domains });
  const [row] = await db(ctx).$queryRaw<Omit<Reach, "articles">[]>`
    WITH moved AS (
      SELECT c.case_id FROM claim c
      LEFT JOIN LATERAL (
        SELECT s.outlet_id, s.name FROM attribution_step s
        WHERE s.team_id = c.team_id AND s.claim_id = c.id AND s.kind = 'outlet'
        ORDER BY s.position DESC LIMIT 1) last ON TRUE
      WHERE c.team_id = ${ctx.teamId}::uuid AND c.outlet_id = ${outletId}::uuid
        AND CASE WHEN last.outlet_id IS NULL THEN c.article_id = ANY(${articles}::uuid[])
                 ELSE last.name = ANY(${names}::text[]) END)
    SELECT (SELECT count(*)::int FROM moved) AS claims, (SELECT count(DISTINCT case_id)::int FROM (
      SELECT case_id FROM moved
      UNION ALL SELECT case_id FROM article WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${articles}::uuid[])) named) AS cases`;
  return { articles: articles.length, claims: row?.claims ?? 0, cases: row?.cases ?? 0 };
}
