import { findCaseBlindness } from "@/features/claim/queries";
import { claimConditions } from "@/features/claim/queries/claim-filter";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor, encodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import type { Page } from "@/platform/fields";
import { type GridRow, type Grouping, type ListGridRows, OUTLINE_STEP, type Outline, type RowGroup } from "../schema";

import {
  ahead,
  behind,
  type GroupPlace,
  GroupPlace as GroupPlaceShape,
  type GroupSql,
  groupOrder,
  groupSql,
} from "./grouping";
import { readGridRows } from "./read-rows";

type Group = Exclude<Grouping, "none">;

/** The claims of a grouped sheet, a row for each group that one stands in. */
const sourceOf = ({ join }: GroupSql, where: Prisma.Sql) => Prisma.sql`
  FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id ${join} WHERE ${where}`;

async function prepare(ctx: Ctx, caseId: string, group: Group, filter: ClaimFilter) {
  const { blind } = await findCaseBlindness(ctx, caseId);
  const sql = await groupSql(ctx, caseId, blind, group);
  return { blind, sql, source: sourceOf(sql, claimConditions(ctx, caseId, blind, filter)) };
}

type Grouped<Query> = Query & { group: Group };

/** A stretch of a grouped sheet. */
export async function listGroupedRows(ctx: Ctx, caseId: string, list: Grouped<ListGridRows>): Promise<Page<GridRow>> {
  const { limit, cursor, sort, columns, group, ...filter } = list;
  const { blind, sql, source } = await prepare(ctx, caseId, group, filter);
  const after = decodeCursor(GroupPlaceShape, cursor);
  const ids = Prisma.sql`
    SELECT c.id, ${sql.rank} AS rank, ${sql.key} AS key, row_number() OVER (ORDER BY ${groupOrder(sql, sort)}) AS nth
    ${source} AND ${after ? behind(sql, sort, after) : Prisma.sql`TRUE`}
    ORDER BY ${groupOrder(sql, sort)} LIMIT ${limit + 1}`;
  const rows = await readGridRows<{ rank: string | null; key: string | null }>(ctx, {
    ...{ blind, ids, columns, order: Prisma.sql`ORDER BY page.nth` },
    more: Prisma.sql`, page.rank, page.key`,
  });
  const { items, nextCursor } = cutPage(
    rows,
    limit,
    ({ rank, key, number, reportedMin }): GroupPlace => [rank, key, number, reportedMin],
  );
  return { items: items.map(({ reportedMin: _, rank: _r, key: _k, ...row }) => row), nextCursor };
}

type Query = ClaimFilter & { sort: ClaimSort; group: Group };
type Milestone = { place: number; rank: string | null; key: string | null; number: number; reportedMin: string | null };

/** The length of a grouped sheet, its groups, and the key of every so manyth row. */
export async function outlineGroups(ctx: Ctx, caseId: string, { sort, group, ...filter }: Query): Promise<Outline> {
  const { sql, source } = await prepare(ctx, caseId, group, filter);
  const [groups, milestones] = await Promise.all([
    db(ctx).$queryRaw<RowGroup[]>`
      SELECT ${sql.key} AS key, coalesce(min(${sql.name}), '') AS name, min(${sql.detail}) AS detail, count(*)::int AS rows
      ${source} GROUP BY 1, ${sql.rank} ORDER BY ${sql.rank} NULLS LAST, 1`,
    db(ctx).$queryRaw<Milestone[]>`
      SELECT place::int, rank, key, number, reported_min::text AS "reportedMin" FROM (
        SELECT c.number, c.reported_min, ${sql.rank} AS rank, ${sql.key} AS key, row_number() OVER (
          ORDER BY ${groupOrder(sql, sort)}) AS place ${source}) walk
      WHERE place % ${OUTLINE_STEP} = 0 ORDER BY place`,
  ]);
  const total = groups.reduce((sum, { rows }) => sum + rows, 0);
  const cursors = milestones
    .filter(({ place }) => place < total)
    .map(({ rank, key, number, reportedMin }) => encodeCursor([rank, key, number, reportedMin] satisfies GroupPlace));
  return { total, step: OUTLINE_STEP, cursors, groups };
}

/** Where a claim first stands in a grouped sheet, counted from 0; null where the filter leaves it out. */
export async function placeInGroups(
  ctx: Ctx,
  caseId: string,
  claimId: string,
  { sort, group, ...filter }: Query,
): Promise<number | null> {
  const { sql, source } = await prepare(ctx, caseId, group, filter);
  const [itself] = await db(ctx).$queryRaw<Milestone[]>`
    SELECT ${sql.rank} AS rank, ${sql.key} AS key, c.number, c.reported_min::text AS "reportedMin"
    ${source} AND c.id = ${claimId}::uuid ORDER BY ${groupOrder(sql, sort)} LIMIT 1`;
  if (!itself) return null;
  const at: GroupPlace = [itself.rank, itself.key, itself.number, itself.reportedMin];
  const [row] = await db(ctx).$queryRaw<{ place: number }[]>`
    SELECT count(*)::int AS place ${source} AND ${ahead(sql, sort, at)}`;
  return row?.place ?? 0;
}
