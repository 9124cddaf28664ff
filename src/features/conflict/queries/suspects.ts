import { type Ctx, db } from "@/platform/context";
import type { KnownSuspicion, SuspectClaim } from "../rules/propose-suspicions";

/** Those of these claims that stand on an article of which a text is held: it may be a copy. */
export const listSuspects = (ctx: Ctx, caseId: string, numbers: readonly number[]) => db(ctx).$queryRaw<SuspectClaim[]>`
  SELECT c.id::text, c.number, c.statement, c.article_id::text AS "articleId",
    ARRAY(SELECT s.outlet_id::text FROM attribution_step s
      WHERE s.team_id = c.team_id AND s.claim_id = c.id AND s.outlet_id IS NOT NULL) AS credits
  FROM claim c
  WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.number = ANY(${[...numbers]}::int[])
    AND c.status <> 'retracted' AND EXISTS (SELECT 1 FROM article_version v
      WHERE v.team_id = c.team_id AND v.article_id = c.article_id AND v.text IS NOT NULL)
  ORDER BY c.number`;

/** What is suspected among these claims already, decided or not, whoever asks. */
export const listKnownSuspicions = (ctx: Ctx, claimIds: readonly string[]) => db(ctx).$queryRaw<KnownSuspicion[]>`
  SELECT s.id::text, f.number AS "from", t.number AS "to", s.status::text, s.from_version_id::text AS "fromVersionId",
         s.to_version_id::text AS "toVersionId", s.signals, s.version
  FROM suspicion s
  JOIN claim f ON f.team_id = s.team_id AND f.id = s.from_claim_id
  JOIN claim t ON t.team_id = s.team_id AND t.id = s.to_claim_id
  WHERE s.team_id = ${ctx.teamId}::uuid AND s.from_claim_id = ANY(${[...claimIds]}::uuid[])
    AND s.to_claim_id = ANY(${[...claimIds]}::uuid[])
  ORDER BY s.id`;

/** The folded names that outlets go by. */
export async function listOutletKeys(ctx: Ctx, outletIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db(ctx).$queryRaw<{ id: string; keys: string[] }[]>`
    SELECT outlet_id::text AS id, array_agg(key) AS keys FROM outlet_alias
    WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ANY(${[...outletIds]}::uuid[]) GROUP BY outlet_id`;
  return new Map(rows.map(({ id, keys }) => [id, keys]));
}
