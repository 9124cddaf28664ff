import { relationCounts } from "@/features/claim/queries/claim-rows";
import { seenGrade } from "@/features/claim/queries/visible-grades";
import { seesRelation } from "@/features/claim/queries/visible-relations";
import { isDirected } from "@/features/relation/rules";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { COLUMNS, type Column, type GridRow, RELATION_COLUMNS, type RelationColumn } from "../schema";

type Row = GridRow & { reportedMin: string | null };

type Wanted = {
  blind: boolean;
  /** Gives the ids, `page`; a claim may stand among them more than once. */
  ids: Prisma.Sql;
  order: Prisma.Sql;
  columns?: readonly Column[] | undefined;
  /** Columns of `page` beside those of the row, each with its comma. */
  more?: Prisma.Sql;
};

/** Rows of the sheet as the caller may see them. */
export function readGridRows<More = object>(
  ctx: Ctx,
  { blind, ids, order, columns = COLUMNS, more = Prisma.empty }: Wanted,
): Promise<(Row & More)[]> {
  const cells = cellsOf(ctx, blind);
  const wanted = [...new Set<Column>([...columns, "status"])];
  const pairs = wanted.map((column) => Prisma.sql`${Prisma.raw(`'${column}'`)}, ${cells[column]}`);
  const seenReliability = seenGrade(ctx, blind, Prisma.sql`c.reliability`);
  return db(ctx).$queryRaw<(Row & More)[]>`
    WITH page AS MATERIALIZED (${ids})
    SELECT c.id::text, c.number, c.version, c.extra, c.reported_min::text AS "reportedMin",
      jsonb_strip_nulls(jsonb_build_object(${Prisma.join(pairs)})) AS cells,
      jsonb_strip_nulls(jsonb_build_object(
        'reported_on', nullif(c.reported_on_words, c.reported_on),
        'occurred_on', nullif(c.occurred_on_words, c.occurred_on))) AS words,
      (o.reliability IS NOT NULL AND ${seenReliability} IS NULL) AS inherited,
      ${relationCounts(ctx)} AS relations ${more}
    FROM page JOIN claim c ON c.team_id = ${ctx.teamId}::uuid AND c.id = page.id
    JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
    JOIN "user" u ON u.id = c.created_by_id
    LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
    LEFT JOIN outlet ao ON ao.team_id = a.team_id AND ao.id = a.outlet_id
    LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
    LEFT JOIN article_version v ON v.team_id = q.team_id AND v.id = q.version_id
    ${order}`;
}

/** What each column shows of claim `c`, claim by claim: `selectSheet` says the same of a whole case. */
function cellsOf(ctx: Ctx, blind: boolean): Record<Column, Prisma.Sql> {
  const seen = (grade: Prisma.Sql) => seenGrade(ctx, blind, grade);
  const related = (column: RelationColumn) => relatedNumbers(ctx, blind, column);
  return {
    claim: Prisma.sql`'C-' || c.number`,
    statement: Prisma.sql`c.statement`,
    quote: Prisma.sql`q.exact`,
    outlet: Prisma.sql`o.name`,
    attribution: Prisma.sql`(SELECT string_agg(coalesce(so.name, s.name), ' > ' ORDER BY s.position)
      FROM attribution_step s LEFT JOIN outlet so ON so.team_id = s.team_id AND so.id = s.outlet_id
      WHERE s.team_id = c.team_id AND s.claim_id = c.id)`,
    reported_on: Prisma.sql`c.reported_on`,
    occurred_on: Prisma.sql`c.occurred_on`,
    place: Prisma.sql`c.place`,
    reliability: Prisma.sql`coalesce(${seen(Prisma.sql`c.reliability`)}, o.reliability)::text`,
    credibility: Prisma.sql`(${seen(Prisma.sql`c.credibility`)})::text`,
    confidence: Prisma.sql`(${seen(Prisma.sql`c.confidence`)})::text`,
    status: Prisma.sql`c.status::text`,
    tags: Prisma.sql`nullif(array_to_string(c.tags, '; '), '')`,
    note: Prisma.sql`nullif(c.note, '')`,
    agrees_with: related("agrees_with"),
    contradicts: related("contradicts"),
    qualifies: related("qualifies"),
    updates: related("updates"),
    repeats: related("repeats"),
    unrelated_to: related("unrelated_to"),
    article: Prisma.sql`a.title`,
    article_outlet: Prisma.sql`ao.name`,
    article_url: Prisma.sql`a.url`,
    article_author: Prisma.sql`a.author`,
    article_published_on: Prisma.sql`a.published_on`,
    article_language: Prisma.sql`a.language`,
    article_sha256: Prisma.sql`CASE WHEN q.claim_id IS NULL THEN (
      SELECT n.sha256 FROM article_version n WHERE n.team_id = a.team_id AND n.article_id = a.id
      ORDER BY (n.text IS NOT NULL) DESC, n.ordinal DESC LIMIT 1) ELSE v.sha256 END`,
    quote_start: Prisma.sql`q.start::text`,
    quote_end: Prisma.sql`q."end"::text`,
    entered_by: Prisma.sql`u.name`,
    entered_at: Prisma.sql`to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    id: Prisma.sql`c.id::text`,
    version: Prisma.sql`c.version::text`,
  };
}

/** The numbers at the other ends of the relations of claim `c` that are of a column's kind. */
function relatedNumbers(ctx: Ctx, blind: boolean, column: RelationColumn): Prisma.Sql {
  const kind = RELATION_COLUMNS[column];
  const runs = isDirected(kind) ? Prisma.sql`AND (r.from_claim_id = c.id) <> r.reversed` : Prisma.empty;
  return Prisma.sql`(SELECT string_agg('C-' || e.number, '; ' ORDER BY e.number)
    FROM relation r JOIN claim e ON e.team_id = r.team_id
      AND e.id = CASE WHEN r.from_claim_id = c.id THEN r.to_claim_id ELSE r.from_claim_id END
    WHERE r.team_id = c.team_id AND (r.from_claim_id = c.id OR r.to_claim_id = c.id)
      AND r.standing::text = ${kind} ${runs} AND ${seesRelation(ctx, blind)})`;
}
