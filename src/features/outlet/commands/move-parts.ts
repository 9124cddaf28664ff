import type { TxCtx } from "@/platform/context";
import type { Reach } from "../schema";

/*
 * What points at an outlet, moved to another: for merging, undoing and splitting. Neither the version of a claim nor that
 * of an article changes by it: what people wrote there stands as it was.
 */

type Way = { from: string; to: string };

/** The keys of the names that moved. `keys` narrows them to some. */
export async function moveNames(ctx: TxCtx, { from, to }: Way, keys?: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx.$queryRaw<{ key: string }[]>`
    UPDATE outlet_alias SET outlet_id = ${to}::uuid
    WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ${from}::uuid
      AND (${keys === undefined} OR key = ANY(${keys ?? []}::text[])) RETURNING key`;
  return rows.map(({ key }) => key);
}

export async function moveDomains(ctx: TxCtx, { from, to }: Way, domains?: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx.$queryRaw<{ domain: string }[]>`
    UPDATE outlet_domain SET outlet_id = ${to}::uuid
    WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ${from}::uuid
      AND (${domains === undefined} OR domain = ANY(${domains ?? []}::text[])) RETURNING domain`;
  return rows.map(({ domain }) => domain);
}

type MovedArticle = { id: string; caseId: string };

export const moveArticles = (ctx: TxCtx, { from, to }: Way, ids?: readonly string[]) => ctx.tx.$queryRaw<
  MovedArticle[]
>`
  UPDATE article SET outlet_id = ${to}::uuid
  WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ${from}::uuid
    AND (${ids === undefined} OR id = ANY(${ids ?? []}::uuid[])) RETURNING id::text, case_id::text AS "caseId"`;

type StepAt = [claimId: string, position: number];

/** Steps that name the outlet, all of them or those in which one of these names was typed. */
export async function moveSteps(ctx: TxCtx, { from, to }: Way, names?: readonly string[]): Promise<StepAt[]> {
  const rows = await ctx.tx.$queryRaw<{ claim: string; position: number }[]>`
    UPDATE attribution_step SET outlet_id = ${to}::uuid
    WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ${from}::uuid
      AND (${names === undefined} OR name = ANY(${names ?? []}::text[]))
    RETURNING claim_id::text AS claim, position::int`;
  return rows.map(({ claim, position }) => [claim, position]);
}

/** Steps by where they stand, as far as they still name the outlet there. */
export async function moveStepsAt(ctx: TxCtx, { from, to }: Way, steps: readonly StepAt[]): Promise<void> {
  const places = steps.map(([claim, position]) => ({ claim, position }));
  await ctx.tx.$executeRaw`
    UPDATE attribution_step s SET outlet_id = ${to}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS x(claim uuid, position smallint)
    WHERE s.team_id = ${ctx.teamId}::uuid AND s.claim_id = x.claim AND s.position = x.position
      AND s.outlet_id = ${from}::uuid`;
}

/**
 * Credits the claims of an outlet anew, after its steps and articles moved: each to the last outlet of its chain, else to
 * its article's. Answers how much moved.
 */
export async function creditAnew(ctx: TxCtx, from: string, articles: readonly MovedArticle[]): Promise<Reach> {
  const rows = await ctx.tx.$queryRaw<{ caseId: string }[]>`
    UPDATE claim c SET outlet_id = d.outlet_id FROM (
      SELECT e.id, coalesce(
        (SELECT s.outlet_id FROM attribution_step s
         WHERE s.team_id = e.team_id AND s.claim_id = e.id AND s.kind = 'outlet' ORDER BY s.position DESC LIMIT 1),
        a.outlet_id) AS outlet_id
      FROM claim e LEFT JOIN article a ON a.team_id = e.team_id AND a.id = e.article_id
      WHERE e.team_id = ${ctx.teamId}::uuid AND e.outlet_id = ${from}::uuid) d
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = d.id AND c.outlet_id IS DISTINCT FROM d.outlet_id
    RETURNING c.case_id::text AS "caseId"`;
  const cases = new Set([...articles, ...rows].map(({ caseId }) => caseId));
  return { articles: articles.length, claims: rows.length, cases: cases.size };
}
