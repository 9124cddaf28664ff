import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page, PageQuery } from "@/platform/fields";
import type { Export } from "../schema";

type Row = Omit<Export, "bytes" | "createdAt" | "updatedAt" | "finishedAt"> & {
  bytes: bigint;
  blind: boolean;
  silent: boolean;
  createdAt: Date;
  updatedAt: Date;
  finishedAt: Date | null;
};

/** A writer says at least this often that it is still there: one that is silent longer has ended with its process. */
export const SILENT_SECONDS = 120;

const exportRows = (ctx: Ctx, where: Prisma.Sql, tail: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT e.id::text, e.case_id::text AS "caseId", e.format, e.filter, e.sort, e.status::text, e.total, e.counts, e.bytes,
         e.sha256, json_build_object('id', u.id, 'name', u.name) AS "createdBy", e.finished_at AS "finishedAt", e.version,
         e.created_at AS "createdAt", e.updated_at AS "updatedAt", k.blind,
         e.updated_at < now() - make_interval(secs => ${SILENT_SECONDS}::int) AS silent
  FROM "export" e
  JOIN "case" k ON k.team_id = e.team_id AND k.id = e.case_id
  JOIN "user" u ON u.id = e.created_by_id
  WHERE e.team_id = ${ctx.teamId}::uuid ${where} ${tail}`;

/** In a blind case, how much somebody took out would tell how much others judged. */
function present(ctx: Ctx, { blind, silent, bytes, createdAt, updatedAt, finishedAt, ...row }: Row): Export {
  const open = !blind || row.createdBy.id === ctx.actor.userId;
  return {
    ...row,
    status: row.status === "running" && silent ? "broken_off" : row.status,
    filter: open ? row.filter : null,
    counts: open ? row.counts : null,
    bytes: Number(bytes),
    finishedAt: finishedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export async function getExport(ctx: Ctx, exportId: string): Promise<Export> {
  const [row] = await exportRows(ctx, Prisma.sql`AND e.id = ${exportId}::uuid`, Prisma.empty);
  if (!row) throw notFound("export");
  return present(ctx, row);
}

/** What was taken out of a case, newest first. */
export async function listExports(ctx: Ctx, caseId: string, { limit, cursor }: PageQuery): Promise<Page<Export>> {
  const after = decodeCursor(z.tuple([z.iso.datetime(), z.guid()]), cursor);
  const before = after
    ? Prisma.sql`AND (e.created_at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  const rows = await exportRows(
    ctx,
    Prisma.sql`AND e.case_id = ${caseId}::uuid ${before}`,
    Prisma.sql`ORDER BY e.created_at DESC, e.id DESC LIMIT ${limit + 1}`,
  );
  if (rows.length === 0) await getCase(ctx, caseId);
  const page = cutPage(rows, limit, (last) => [last.createdAt.toISOString(), last.id]);
  return { items: page.items.map((row) => present(ctx, row)), nextCursor: page.nextCursor };
}
