import { seesRelation } from "@/features/claim/queries/visible-relations";
import { isDirected } from "@/features/relation/rules";
import type { RelationKind } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { COLUMNS, type Column, RELATION_COLUMNS, type RelationColumn } from "../schema";

/** A claim as the sheet shows it, relations apart; null where a cell is empty. */
export type ClaimRecord = Record<Exclude<Column, RelationColumn>, string | null> & { extra: Record<string, string> };
/** The relation columns of a claim that has any. */
export type RelatedRecord = Record<RelationColumn, string | null> & { id: string };
export type SheetRecord = ClaimRecord & Partial<RelatedRecord>;

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
 * The rows of the claim sheet as the caller may see them, made by the database: for an export as for telling what an
 * import would change. `selectRelated` gives their relation columns, for a batch of them at a time: joined to the whole
 * case at once, a planner without statistics would compare every claim with every other.
 */
export function selectSheet(ctx: Ctx, { caseId, blind, where, order, more = Prisma.empty }: Source): Prisma.Sql {
  const seen = (grade: Prisma.Sql) => (blind ? Prisma.sql`CASE WHEN own.id IS NOT NULL THEN ${grade} END` : grade);
  return Prisma.sql`
    SELECT 'C-' || c.number AS claim, c.statement, q.exact AS quote, o.name AS outlet,
      (SELECT string_agg(coalesce(so.name, s.name), ' > ' ORDER BY s.position)
         FROM attribution_step s LEFT JOIN outlet so ON so.team_id = s.team_id AND so.id = s.outlet_id
         WHERE s.team_id = c.team_id AND s.claim_id = c.id) AS attribution,
      c.reported_on, c.occurred_on, c.place,
      coalesce(${seen(Prisma.sql`c.reliability`)}, o.reliability)::text AS reliability,
      ${seen(Prisma.sql`c.credibility`)}::text AS credibility, ${seen(Prisma.sql`c.confidence`)}::text AS confidence,
      c.status::text, array_to_string(c.tags, '; ') AS tags, c.note,
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
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND ${where}
    ${order}`;
}

/**
 * For these claims, the numbers at the other ends of their relations: a directed kind stands on the claim it runs from,
 * what is disputed in no column.
 */
export function selectRelated(ctx: Ctx, blind: boolean, claimIds: readonly string[]): Prisma.Sql {
  const columns = (Object.entries(RELATION_COLUMNS) as [RelationColumn, RelationKind][]).map(([column, kind]) => {
    const runs = isDirected(kind) ? " AND e.is_from <> r.reversed" : "";
    return Prisma.raw(
      `string_agg('C-' || o.number, '; ' ORDER BY o.number) FILTER (WHERE r.standing = '${kind}'${runs}) AS ${column}`,
    );
  });
  return Prisma.sql`
    SELECT e.id::text, ${Prisma.join(columns)}
    FROM (
      SELECT r.from_claim_id AS id, r.to_claim_id AS other, TRUE AS is_from, r.id AS relation_id FROM relation r
      WHERE r.team_id = ${ctx.teamId}::uuid AND r.from_claim_id = ANY(${claimIds}::uuid[])
      UNION ALL
      SELECT r.to_claim_id, r.from_claim_id, FALSE, r.id FROM relation r
      WHERE r.team_id = ${ctx.teamId}::uuid AND r.to_claim_id = ANY(${claimIds}::uuid[])) e
    JOIN relation r ON r.team_id = ${ctx.teamId}::uuid AND r.id = e.relation_id
    JOIN claim o ON o.team_id = r.team_id AND o.id = e.other
    WHERE r.standing <> 'disputed' AND ${seesRelation(ctx, blind)}
    GROUP BY e.id`;
}

/** Puts the relation columns of a batch to its claims. */
export function joinRelated<T extends ClaimRecord>(
  claims: readonly T[],
  related: readonly RelatedRecord[],
): (T & SheetRecord)[] {
  const byId = new Map(related.map((record) => [record.id, record]));
  return claims.map((claim) => ({ ...byId.get(claim.id ?? ""), ...claim }));
}

/** The record as texts, empty where there is nothing. */
export const textOf = (record: SheetRecord): Record<Column, string> =>
  Object.fromEntries(COLUMNS.map((column) => [column, record[column] ?? ""])) as Record<Column, string>;
