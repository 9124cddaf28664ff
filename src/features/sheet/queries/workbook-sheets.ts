import { visibleRelations } from "@/features/claim/queries/visible-relations";
import { decidedOnWhatIsVisible } from "@/features/conflict/queries/finding-rows";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { type ExportSource, viewed } from "./export-source";

/*
 * What stands beside the claims in a workbook, each as one statement whose columns are those of its sheet
 * (rules/workbook-columns). Texts throughout.
 */

const moment = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const claimNumber = (reversed: Prisma.Sql, straight: Prisma.Sql, turned: Prisma.Sql) =>
  Prisma.sql`'C-' || CASE WHEN ${reversed} THEN ${turned} ELSE ${straight} END`;

/** Relations with a claim of the view at either end, as the caller may know them. */
export function selectRelations(ctx: Ctx, source: ExportSource): Prisma.Sql {
  const judged = Prisma.sql`coalesce(j.reversed, w.reversed, FALSE)`;
  return Prisma.sql`
    WITH ${viewed(ctx, source)}
    SELECT ${claimNumber(judged, Prisma.sql`f.number`, Prisma.sql`t.number`)},
      ${claimNumber(judged, Prisma.sql`t.number`, Prisma.sql`f.number`)},
      j.kind::text, j.about::text, j.rationale, j.confidence::text, uj.name, ${moment(Prisma.sql`j.updated_at`)},
      r.standing::text, w.kind::text,
      CASE WHEN w.relation_id IS NOT NULL
        THEN ${claimNumber(Prisma.sql`w.reversed`, Prisma.sql`f.number`, Prisma.sql`t.number`)} END,
      w.about::text, w.rationale, uw.name, ${moment(Prisma.sql`w.updated_at`)}, r.id::text
    FROM relation r
    JOIN "case" k ON k.team_id = r.team_id AND k.id = r.case_id
    JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id
    JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id
    LEFT JOIN judgement j ON j.team_id = r.team_id AND j.relation_id = r.id
    LEFT JOIN "user" uj ON uj.id = j.user_id
    LEFT JOIN ruling w ON w.team_id = r.team_id AND w.relation_id = r.id
    LEFT JOIN "user" uw ON uw.id = w.user_id
    WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${source.caseId}::uuid
      AND (j.id IS NOT NULL OR w.relation_id IS NOT NULL) AND ${visibleRelations(ctx)}
      AND (f.id IN (SELECT id FROM view) OR t.id IN (SELECT id FROM view))
    ORDER BY f.number, t.number, r.family, r.id, j.id`;
}

/** The articles that claims of the view stand in; every one of the case where all of it is exported. */
export function selectArticles(ctx: Ctx, source: ExportSource): Prisma.Sql {
  const wanted = source.whole ? Prisma.sql`TRUE` : Prisma.sql`a.id IN (SELECT article_id FROM view)`;
  return Prisma.sql`
    WITH ${viewed(ctx, source)},
    counted AS MATERIALIZED (SELECT article_id, count(*) AS claims FROM view GROUP BY article_id),
    captured AS MATERIALIZED (
      SELECT DISTINCT ON (v.article_id) v.article_id, v.sha256, v.captured_at,
        count(*) OVER (PARTITION BY v.article_id) AS versions
      FROM article_version v JOIN article va ON va.team_id = v.team_id AND va.id = v.article_id
      WHERE va.team_id = ${ctx.teamId}::uuid AND va.case_id = ${source.caseId}::uuid
      ORDER BY v.article_id, v.ordinal DESC)
    SELECT a.title, o.name, a.url, a.author, a.published_on, a.language, captured.sha256,
      ${moment(Prisma.sql`captured.captured_at`)}, captured.versions::text, coalesce(counted.claims, 0)::text, a.id::text
    FROM article a JOIN outlet o ON o.team_id = a.team_id AND o.id = a.outlet_id
    LEFT JOIN captured ON captured.article_id = a.id
    LEFT JOIN counted ON counted.article_id = a.id
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${source.caseId}::uuid AND ${wanted}
    ORDER BY a.id`;
}

/** The outlets that claims of the view are credited to, name in their chains, or were published by. */
export function selectOutlets(ctx: Ctx, source: ExportSource): Prisma.Sql {
  const published = source.whole ? Prisma.sql`TRUE` : Prisma.sql`a.id IN (SELECT article_id FROM view)`;
  return Prisma.sql`
    WITH ${viewed(ctx, source)},
    credited AS MATERIALIZED (SELECT outlet_id, count(*) AS claims FROM view WHERE outlet_id IS NOT NULL GROUP BY outlet_id),
    publishing AS MATERIALIZED (
      SELECT a.outlet_id, count(*) AS articles FROM article a
      WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${source.caseId}::uuid AND ${published} GROUP BY a.outlet_id),
    named AS MATERIALIZED (
      SELECT outlet_id FROM credited UNION SELECT outlet_id FROM publishing UNION
      SELECT s.outlet_id FROM attribution_step s JOIN view ON view.id = s.claim_id
      WHERE s.team_id = ${ctx.teamId}::uuid AND s.outlet_id IS NOT NULL)
    SELECT o.name,
      (SELECT string_agg(n.name, '; ' ORDER BY n.key) FROM outlet_alias n
        WHERE n.team_id = o.team_id AND n.outlet_id = o.id AND n.name <> o.name),
      (SELECT string_agg(d.domain, '; ' ORDER BY d.domain) FROM outlet_domain d
        WHERE d.team_id = o.team_id AND d.outlet_id = o.id),
      o.owner, o.language, o.country, o.reliability::text, coalesce(credited.claims, 0)::text,
      coalesce(publishing.articles, 0)::text, o.id::text
    FROM outlet o JOIN named ON named.outlet_id = o.id
    LEFT JOIN credited ON credited.outlet_id = o.id LEFT JOIN publishing ON publishing.outlet_id = o.id
    WHERE o.team_id = ${ctx.teamId}::uuid
    ORDER BY o.name, o.id`;
}

/** What was found on conflicts of the view's claims, drafts, superseded and withdrawn findings too. */
export const selectFindings = (ctx: Ctx, source: ExportSource): Prisma.Sql => Prisma.sql`
  WITH ${viewed(ctx, source)}
  SELECT f.question, f.outcome::text,
    (SELECT string_agg('C-' || number, '; ' ORDER BY number) FROM unnest(f.preferred) number),
    f.rationale, f.likelihood::text, f.confidence::text, f.status::text,
    (SELECT string_agg('C-' || (each ->> 'number'), '; ' ORDER BY (each ->> 'number')::int)
      FROM jsonb_array_elements(f.basis -> 'claims') each),
    ua.name, us.name, ${moment(Prisma.sql`f.signed_at`)}, ${moment(Prisma.sql`f.created_at`)}, f.id::text
  FROM finding f
  JOIN "case" k ON k.team_id = f.team_id AND k.id = f.case_id
  JOIN "user" ua ON ua.id = f.author_id
  LEFT JOIN "user" us ON us.id = f.signer_id
  WHERE f.team_id = ${ctx.teamId}::uuid AND f.case_id = ${source.caseId}::uuid
    AND ${decidedOnWhatIsVisible(ctx)}
    AND f.id IN (SELECT fc.finding_id FROM finding_claim fc JOIN view ON view.id = fc.claim_id WHERE fc.team_id = ${ctx.teamId}::uuid)
  ORDER BY f.id`;
