import { findCaseBlindness } from "@/features/claim/queries";
import { claimConditions } from "@/features/claim/queries/claim-filter";
import { ORDER, Place } from "@/features/claim/queries/claim-order";
import { claimIds } from "@/features/claim/queries/claim-stretch";
import type { Ctx } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import type { Page } from "@/platform/fields";
import type { GridRow, ListGridRows } from "../schema";
import { listGroupedRows } from "./grouped-rows";
import { readGridRows } from "./read-rows";

/** A stretch of the sheet for the screen, as the caller may see it. */
export async function listGridRows(ctx: Ctx, caseId: string, list: ListGridRows): Promise<Page<GridRow>> {
  const { limit, cursor, sort, columns, group, ...filter } = list;
  if (group !== "none") return listGroupedRows(ctx, caseId, { ...list, group });
  const { blind } = await findCaseBlindness(ctx, caseId);
  const where = claimConditions(ctx, caseId, blind, filter);
  const ids = claimIds({ where, sort, after: decodeCursor(Place, cursor), limit: limit + 1 });
  const rows = await readGridRows(ctx, { blind, ids, order: ORDER[sort].forward, columns });
  const { items, nextCursor } = cutPage(rows, limit, ({ number, reportedMin }) => [number, reportedMin]);
  return { items: items.map(({ reportedMin: _, ...row }) => row), nextCursor };
}

/** Single rows of a case as the sheet shows them, in the order of their numbers; unknown ids are absent. */
export async function findGridRows(ctx: Ctx, caseId: string, claimIds: string[]): Promise<GridRow[]> {
  const { blind } = await findCaseBlindness(ctx, caseId);
  const ids = Prisma.sql`SELECT c.id FROM claim c WHERE c.team_id = ${ctx.teamId}::uuid
    AND c.case_id = ${caseId}::uuid AND c.id = ANY(${claimIds}::uuid[])`;
  const rows = await readGridRows(ctx, { blind, ids, order: ORDER.number.forward });
  return rows.map(({ reportedMin: _, ...row }) => row);
}
