import { type Ctx, db } from "@/platform/context";
import type { ArticlePrint } from "../rules/fingerprint";

/** Of these articles, those of which a text is held and its fingerprint made. */
export const listPrints = (ctx: Ctx, articleIds: readonly string[]) => db(ctx).$queryRaw<ArticlePrint[]>`
  SELECT a.id::text AS "articleId", a.title, a.author, json_build_object('id', o.id, 'name', o.name) AS outlet,
         a.published_min::text AS "publishedMin", a.published_max::text AS "publishedMax", a.created_at AS "capturedAt",
         f.version_id::text AS "versionId", f.shingles, f.sketch, f.figures, f.credits
  FROM article a JOIN outlet o ON o.team_id = a.team_id AND o.id = a.outlet_id
  CROSS JOIN LATERAL (
    SELECT v.id FROM article_version v WHERE v.team_id = a.team_id AND v.article_id = a.id AND v.text IS NOT NULL
    ORDER BY v.ordinal DESC LIMIT 1) newest
  JOIN article_fingerprint f ON f.team_id = a.team_id AND f.version_id = newest.id
  WHERE a.team_id = ${ctx.teamId}::uuid AND a.id = ANY(${[...articleIds]}::uuid[])`;

/** The texts of versions by id; those that are not held are absent. */
export async function listTexts(ctx: Ctx, versionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db(ctx).$queryRaw<{ id: string; text: string }[]>`
    SELECT id::text, text FROM article_version
    WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${[...versionIds]}::uuid[]) AND text IS NOT NULL`;
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** In how many of a case's fingerprinted texts each of these figures stands. */
export async function countFigures(ctx: Ctx, caseId: string, figures: readonly string[]): Promise<Map<string, number>> {
  const rows = await db(ctx).$queryRaw<{ figure: string; articles: number }[]>`
    SELECT x.figure, count(DISTINCT f.article_id)::int AS articles
    FROM article a JOIN article_fingerprint f ON f.team_id = a.team_id AND f.article_id = a.id
    CROSS JOIN LATERAL unnest(f.figures) x(figure)
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${caseId}::uuid AND f.figures && ${[...figures]}::text[]
      AND x.figure = ANY(${[...figures]}::text[])
    GROUP BY x.figure`;
  return new Map(rows.map(({ figure, articles }) => [figure, articles]));
}
