import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page, PageQuery } from "@/platform/fields";
import type { Reading } from "./rules/reading";
import type { Import } from "./schema";

type Row = Omit<Import, "createdAt" | "updatedAt" | "columns"> & {
  createdAt: Date;
  updatedAt: Date;
  reading: Reading | null;
};

const importRows = (ctx: Ctx, where: Prisma.Sql, tail: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT i.id::text, i.case_id::text AS "caseId", i.filename, i.dry_run AS "dryRun", i.status::text, i.phase, i.total, i.done,
         i.cancelled_at IS NOT NULL AS cancelled, i.reading, i.created_by_id::text AS "startedBy",
         i.created, i.updated, i.unchanged, i.failed, i.errors, i.version,
         i.created_at AS "createdAt", i.updated_at AS "updatedAt"
  FROM import i WHERE i.team_id = ${ctx.teamId}::uuid ${where} ${tail}`;

const present = ({ reading, ...row }: Row): Import => ({
  ...row,
  columns: reading?.columns.map(({ heading, to, sure }) => ({ heading, to, sure })) ?? [],
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export async function getImport(ctx: Ctx, importId: string): Promise<Import> {
  const [row] = await importRows(ctx, Prisma.sql`AND i.id = ${importId}::uuid`, Prisma.empty);
  if (!row) throw notFound("import");
  return present(row);
}

/** The imports into a case, newest first. */
export async function listImports(ctx: Ctx, caseId: string, { limit, cursor }: PageQuery): Promise<Page<Import>> {
  const after = decodeCursor(z.tuple([z.guid()]), cursor);
  const where = Prisma.sql`AND i.case_id = ${caseId}::uuid ${after ? Prisma.sql`AND i.id < ${after[0]}::uuid` : Prisma.empty}`;
  const rows = await importRows(ctx, where, Prisma.sql`ORDER BY i.id DESC LIMIT ${limit + 1}`);
  if (rows.length === 0) await getCase(ctx, caseId);
  const page = cutPage(rows, limit, (last) => [last.id]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}
