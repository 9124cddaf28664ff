import { seesRelation } from "@/features/claim/queries/visible-relations";
import { isDirected } from "@/features/relation/rules";
import type { RelationKind } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { COLUMNS, type Column, RELATION_COLUMNS, type RelationColumn, relationColumns } from "../schema";

/** A claim as the sheet shows it; null where a cell is empty. */
export type SheetRecord = Record<Column, string | null> & { extra: Record<string, string> };

type Source = {
  caseId: string;
  /** Whether the case is. */
  blind: boolean;
  /** Conditions on the claim `c` and its outlet `o`. */
  where: Prisma.Sql;
  order: Prisma.Sql;
  /** Columns beside those of the sheet, each with its comma. */
  more?: Prisma.Sql;
};

/**
 * Set for the transaction that runs `selectSheet`: everything it joins is read once and hashed. Where Postgres has no
 * statistics yet it would else take a case for one claim, and compare each of ten thousand with each.
 */
export const READ_WHOLE = "SET LOCAL enable_nestloop = off";
export const READ_AS_USUAL = "SET LOCAL enable_nestloop = on";

/**
 * The rows of the claim sheet as the caller may see them, made by the database: for an export as for telling what an
 * import would change.
 */
export function selectSheet(ctx: Ctx, { caseId, blind, where, order, more = Prisma.empty }: Source): Prisma.Sql {
  const seen = (grade: Prisma.Sql) => (blind ? Prisma.sql`CASE WHEN own.id IS NOT NULL THEN ${grade} END` : grade);
  return Prisma.sql`
    WITH related AS MATERIALIZED (${relatedNumbers(ctx, caseId, blind)}),
    chains AS MATERIALIZED (
      SELECT s.claim_id, string_agg(coalesce(so.name, s.name), ' > ' ORDER BY s.position) AS attribution
      FROM attribution_step s JOIN claim sc ON sc.team_id = s.team_id AND sc.id = s.claim_id
      LEFT JOIN outlet so ON so.team_id = s.team_id AND so.id = s.outlet_id
      WHERE s.team_id = ${ctx.teamId}::uuid AND sc.team_id = ${ctx.teamId}::uuid AND sc.case_id = ${caseId}::uuid
      GROUP BY s.claim_id),
    newest AS MATERIALIZED (
      SELECT DISTINCT ON (n.article_id) n.article_id, n.sha256
      FROM article_version n JOIN article na ON na.team_id = n.team_id AND na.id = n.article_id
      WHERE n.team_id = ${ctx.teamId}::uuid AND na.team_id = ${ctx.teamId}::uuid AND na.case_id = ${caseId}::uuid
      ORDER BY n.article_id, (n.text IS NOT NULL) DESC, n.ordinal DESC)
    SELECT 'C-' || c.number AS claim, c.statement, q.exact AS quote, o.name AS outlet, chains.attribution,
      c.reported_on, c.occurred_on, c.place,
      coalesce(${seen(Prisma.sql`c.reliability`)}, o.reliability)::text AS reliability,
      ${seen(Prisma.sql`c.credibility`)}::text AS credibility, ${seen(Prisma.sql`c.confidence`)}::text AS confidence,
      c.status::text, nullif(array_to_string(c.tags, '; '), '') AS tags, nullif(c.note, '') AS note,
      ${Prisma.join(relationColumns.map((column) => Prisma.raw(`related.${column}`)))},
      a.title AS article, ao.name AS article_outlet, a.url AS article_url, a.author AS article_author,
      a.published_on AS article_published_on, a.language AS article_language,
      CASE WHEN q.claim_id IS NULL THEN newest.sha256 ELSE v.sha256 END AS article_sha256,
      q.start::text AS quote_start, q."end"::text AS quote_end, u.name AS entered_by,
      to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS entered_at,
      c.id::text, c.version::text, c.extra ${more}
    FROM claim c
    JOIN "user" u ON u.id = c.created_by_id
    LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
    LEFT JOIN outlet ao ON ao.team_id = a.team_id AND ao.id = a.outlet_id
    LEFT JOIN newest ON newest.article_id = c.article_id
    LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
    LEFT JOIN article_version v ON v.team_id = q.team_id AND v.id = q.version_id
    LEFT JOIN assessment own ON own.team_id = c.team_id AND own.claim_id = c.id AND own.user_id = ${ctx.actor.userId}::uuid
    LEFT JOIN chains ON chains.claim_id = c.id
    LEFT JOIN related ON related.claim_id = c.id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND ${where}
    ${order}`;
}

/** By claim, the numbers at the other ends of its relations: a directed kind on the claim it runs from, no disputed one. */
function relatedNumbers(ctx: Ctx, caseId: string, blind: boolean): Prisma.Sql {
  const columns = (Object.entries(RELATION_COLUMNS) as [RelationColumn, RelationKind][]).map(([column, kind]) => {
    const runs = isDirected(kind) ? " AND e.is_from <> r.reversed" : "";
    return Prisma.raw(
      `string_agg('C-' || e.number, '; ' ORDER BY e.number) FILTER (WHERE r.standing = '${kind}'${runs}) AS ${column}`,
    );
  });
  return Prisma.sql`
    SELECT e.claim_id, ${Prisma.join(columns)}
    FROM relation r
    JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id
    JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id
    CROSS JOIN LATERAL (VALUES (f.id, t.number, TRUE), (t.id, f.number, FALSE)) AS e(claim_id, number, is_from)
    WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid
      AND r.standing <> 'disputed' AND ${seesRelation(ctx, blind)}
    GROUP BY e.claim_id`;
}

/** The record as texts, empty where there is nothing. */
export const textOf = (record: SheetRecord): Record<Column, string> =>
  Object.fromEntries(COLUMNS.map((column) => [column, record[column] ?? ""])) as Record<Column, string>;
