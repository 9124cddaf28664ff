import { seesRelation } from "@/features/claim/queries/visible-relations";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { COLUMNS, type Column, RELATION_COLUMNS, type RelationColumn, relationColumns } from "../schema";

/** A claim as the sheet shows it; null where a cell is empty. */
export type SheetRecord = Record<Column, string | null> & { extra: Record<string, string> };

type Source = {
  caseId: string;
  blind: boolean;
  /** Conditions on the claim `c` and its outlet `o`. */
  where: Prisma.Sql;
  order: Prisma.Sql;
  /** Columns beside those of the sheet, each with its comma. */
  more?: Prisma.Sql;
};

/**
 * The rows of the claim sheet as the caller may see them, made by the database: for an export as for telling what an
 * import would change. Relations are gathered for the whole case at once; what is disputed stands in no column.
 */
export function selectSheet(ctx: Ctx, { caseId, blind, where, order, more = Prisma.empty }: Source): Prisma.Sql {
  const seen = (grade: Prisma.Sql) => (blind ? Prisma.sql`CASE WHEN own.id IS NOT NULL THEN ${grade} END` : grade);
  return Prisma.sql`
    WITH related AS MATERIALIZED (${relatedNumbers(ctx, caseId, blind)})
    SELECT 'C-' || c.number AS claim, c.statement, q.exact AS quote, o.name AS outlet,
      (SELECT string_agg(coalesce(so.name, s.name), ' > ' ORDER BY s.position)
         FROM attribution_step s LEFT JOIN outlet so ON so.team_id = s.team_id AND so.id = s.outlet_id
         WHERE s.team_id = c.team_id AND s.claim_id = c.id) AS attribution,
      c.reported_on, c.occurred_on, c.place,
      coalesce(${seen(Prisma.sql`c.reliability`)}, o.reliability)::text AS reliability,
      ${seen(Prisma.sql`c.credibility`)}::text AS credibility, ${seen(Prisma.sql`c.confidence`)}::text AS confidence,
      c.status::text, array_to_string(c.tags, '; ') AS tags, c.note,
      ${Prisma.join(relationColumns.map((column) => Prisma.raw(`rel.${column}`)))},
      a.title AS article, ao.name AS article_outlet, a.url AS article_url, a.author AS article_author,
      a.published_on AS article_published_on, a.language AS article_language,
      CASE WHEN q.claim_id IS NOT NULL THEN v.sha256 ELSE newest.sha256 END AS article_sha256,
      q.start::text AS quote_start, q."end"::text AS quote_end, u.name AS entered_by,
      to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS entered_at,
      c.id::text, c.version::text, c.extra ${more}
    FROM claim c
    JOIN "user" u ON u.id = c.created_by_id
    LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
    LEFT JOIN outlet ao ON ao.team_id = a.team_id AND ao.id = a.outlet_id
    LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
    LEFT JOIN article_version v ON v.team_id = q.team_id AND v.id = q.version_id
    LEFT JOIN LATERAL (
      SELECT n.sha256 FROM article_version n WHERE n.team_id = a.team_id AND n.article_id = a.id
      ORDER BY (n.text IS NOT NULL) DESC, n.ordinal DESC LIMIT 1) newest ON q.claim_id IS NULL
    LEFT JOIN assessment own ON own.team_id = c.team_id AND own.claim_id = c.id AND own.user_id = ${ctx.actor.userId}::uuid
    LEFT JOIN related rel ON rel.claim_id = c.id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND ${where}
    ${order}`;
}

/** By claim, the numbers at the other ends of its relations: a directed kind stands on the claim it runs from. */
function relatedNumbers(ctx: Ctx, caseId: string, blind: boolean): Prisma.Sql {
  const columns = (Object.entries(RELATION_COLUMNS) as [RelationColumn, string][]).map(([column, kind]) => {
    const runs = kind === "updates" || kind === "repeats" ? " AND e.is_from <> r.reversed" : "";
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
export const textOf = (record: Pick<SheetRecord, Column>): Record<Column, string> =>
  Object.fromEntries(COLUMNS.map((column) => [column, record[column] ?? ""])) as Record<Column, string>;
