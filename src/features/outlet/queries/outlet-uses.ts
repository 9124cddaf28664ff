import { type Ctx, db } from "@/platform/context";
import type { Uses, UsesInCase } from "../schema";

type Row = UsesInCase & { outletId: string };

/** Claims that stand and articles, by outlet and case. */
const usesByCase = (ctx: Ctx, outletIds: string[]) => db(ctx).$queryRaw<Row[]>`
  SELECT u."outletId"::text, k.id::text, k.title, sum(u.claims)::int AS claims, sum(u.articles)::int AS articles FROM (
    SELECT outlet_id AS "outletId", case_id, count(*) AS claims, 0 AS articles FROM claim
    WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ANY(${outletIds}::uuid[]) AND status <> 'retracted'
    GROUP BY outlet_id, case_id
    UNION ALL
    SELECT outlet_id, case_id, 0, count(*) FROM article
    WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ANY(${outletIds}::uuid[]) GROUP BY outlet_id, case_id) u
  JOIN "case" k ON k.team_id = ${ctx.teamId}::uuid AND k.id = u.case_id
  GROUP BY u."outletId", k.id, k.title ORDER BY claims DESC, articles DESC, k.id`;

/** How much of the work names each of these outlets, by id; none at all is absent. */
export async function countUses(ctx: Ctx, outletIds: string[]): Promise<Map<string, Uses>> {
  const uses = new Map<string, Uses>();
  for (const { outletId, id, claims, articles } of await usesByCase(ctx, outletIds)) {
    const so = uses.get(outletId);
    uses.set(outletId, {
      claims: (so?.claims ?? 0) + claims,
      articles: (so?.articles ?? 0) + articles,
      cases: (so?.cases ?? 0) + 1,
      onlyCase: so ? null : id,
    });
  }
  return uses;
}

/** Where an outlet is named, the case with most claims first. */
export async function listUses(ctx: Ctx, outletId: string): Promise<UsesInCase[]> {
  const rows = await usesByCase(ctx, [outletId]);
  return rows.map(({ outletId: _, ...use }) => use);
}
