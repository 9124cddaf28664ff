import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page, PageQuery } from "@/platform/fields";
import { type SavedView, SheetView, ViewColumn } from "../schema";

type Row = Omit<SavedView, "view" | "createdAt" | "updatedAt"> & { view: unknown; createdAt: Date; updatedAt: Date };

/** The team's views and the caller's own; nobody else's. */
const viewRows = (ctx: Ctx, where: Prisma.Sql, tail: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT v.id::text, v.case_id::text AS "caseId", v.name, v.view, v.shared, v.version,
    jsonb_build_object('id', u.id, 'name', u.name) AS owner, (h.view_id IS NOT NULL) AS opens,
    v.created_at AS "createdAt", v.updated_at AS "updatedAt"
  FROM sheet_view v JOIN "user" u ON u.id = v.owner_id
  LEFT JOIN sheet_habit h ON h.team_id = v.team_id AND h.case_id = v.case_id AND h.view_id = v.id
    AND h.user_id = ${ctx.actor.userId}::uuid
  WHERE v.team_id = ${ctx.teamId}::uuid AND (v.shared OR v.owner_id = ${ctx.actor.userId}::uuid) ${where} ${tail}`;

const present = ({ createdAt, updatedAt, view, ...row }: Row): SavedView => ({
  ...row,
  view: readStored(view),
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** What an older or newer edition of this product kept and this one does not know shows as usual. */
const readStored = (view: unknown): SheetView => SheetView.safeParse(view).data ?? SheetView.parse({});

export async function getSavedView(ctx: Ctx, viewId: string): Promise<SavedView> {
  const [row] = await viewRows(ctx, Prisma.sql`AND v.id = ${viewId}::uuid`, Prisma.empty);
  if (!row) throw notFound("view");
  return present(row);
}

/** The views of a case's sheet that the caller may choose: the team's, and their own. */
export async function listSavedViews(ctx: Ctx, caseId: string, { limit, cursor }: PageQuery): Promise<Page<SavedView>> {
  await getCase(ctx, caseId);
  const after = decodeCursor(z.tuple([z.guid()]), cursor);
  const behind = after ? Prisma.sql`AND v.id > ${after[0]}::uuid` : Prisma.empty;
  const where = Prisma.sql`AND v.case_id = ${caseId}::uuid ${behind}`;
  const rows = await viewRows(ctx, where, Prisma.sql`ORDER BY v.id LIMIT ${limit + 1}`);
  const page = cutPage(rows, limit, (last) => [last.id]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}

/** How the caller likes the sheet of a case: the columns of the view that has no name. */
export async function findColumns(ctx: Ctx, caseId: string): Promise<ViewColumn[]> {
  const [row] = await db(ctx).$queryRaw<{ columns: unknown }[]>`
    SELECT columns FROM sheet_habit WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid
      AND user_id = ${ctx.actor.userId}::uuid`;
  return z.array(ViewColumn).safeParse(row?.columns).data ?? [];
}
