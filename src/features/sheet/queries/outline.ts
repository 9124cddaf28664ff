import { findCaseBlindness, getClaimOfCase } from "@/features/claim/queries";
import { claimConditions } from "@/features/claim/queries/claim-filter";
import { ORDER } from "@/features/claim/queries/claim-order";
import { isBefore } from "@/features/claim/queries/claim-stretch";
import { type Ctx, db } from "@/platform/context";
import { encodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { type FindPlace, type GridQuery, OUTLINE_STEP, type Outline } from "../schema";
import { outlineGroups, placeInGroups } from "./grouped-rows";

type Milestone = { place: number; number: number; reportedMin: string | null };

/** How long the sheet is, and the key of every so manyth row: one walk along an index, whatever its length. */
export async function outlineSheet(ctx: Ctx, caseId: string, query: GridQuery): Promise<Outline> {
  const { sort, group, ...filter } = query;
  if (group !== "none") return outlineGroups(ctx, caseId, { ...query, group });
  const { blind } = await findCaseBlindness(ctx, caseId);
  const milestones = await db(ctx).$queryRaw<Milestone[]>`
    SELECT place::int, number, reported_min::text AS "reportedMin" FROM (
      SELECT c.number, c.reported_min, row_number() OVER way AS place, lead(c.number) OVER way IS NULL AS is_last
      FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
      WHERE ${claimConditions(ctx, caseId, blind, filter)} WINDOW way AS (${ORDER[sort].forward})) walk
    WHERE is_last OR place % ${OUTLINE_STEP} = 0 ORDER BY place`;
  const total = milestones.at(-1)?.place ?? 0;
  const cursors = milestones
    .filter(({ place }) => place < total)
    .map(({ number, reportedMin }) => encodeCursor([number, reportedMin]));
  return { total, step: OUTLINE_STEP, cursors, groups: [] };
}

/** Where a claim stands in the sheet, counted from 0; null where the filter leaves it out. */
export async function placeOfClaim(
  ctx: Ctx,
  caseId: string,
  { claim, sort, group, ...filter }: FindPlace,
): Promise<{ claimId: string; place: number | null }> {
  const { blind } = await findCaseBlindness(ctx, caseId);
  const { id, number } = await getClaimOfCase(ctx, caseId, claim);
  if (group !== "none") {
    return { claimId: id, place: await placeInGroups(ctx, caseId, id, { ...filter, sort, group }) };
  }
  const fits = claimConditions(ctx, caseId, blind, filter);
  const from = Prisma.sql`FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id`;
  const [itself] = await db(ctx).$queryRaw<{ reportedMin: string | null }[]>`
    SELECT c.reported_min::text AS "reportedMin" ${from} WHERE ${fits} AND c.id = ${id}::uuid`;
  if (!itself) return { claimId: id, place: null };
  const [row] = await db(ctx).$queryRaw<{ place: number }[]>`
    SELECT count(*)::int AS place ${from} WHERE ${fits} AND ${isBefore(sort, [number, itself.reportedMin])}`;
  return { claimId: id, place: row?.place ?? 0 };
}
