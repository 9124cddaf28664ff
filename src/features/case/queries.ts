import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page, PageQuery } from "@/platform/fields";
import type { Case } from "./schema";

type Row = Omit<Case, "createdAt" | "updatedAt" | "counts"> & Case["counts"] & { createdAt: Date; updatedAt: Date };

/** Counts stand in the same query: one round trip for a page of cases. Retracted claims do not count. */
const caseRows = (ctx: Ctx, where: Prisma.Sql, tail: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT k.id::text, k.title, k.description, k.blind, k.second_signature AS "secondSignature", k.time_tolerance AS "timeTolerance", k.demo, k.version,
         k.created_at AS "createdAt", k.updated_at AS "updatedAt",
         (SELECT count(*)::int FROM article a WHERE a.team_id = k.team_id AND a.case_id = k.id) AS articles,
         (SELECT count(*)::int FROM relation r
           WHERE r.team_id = k.team_id AND r.case_id = k.id AND r.standing IS NOT NULL) AS relations,
         c.claims, c.outlets
  FROM "case" k CROSS JOIN LATERAL (
    SELECT count(*)::int AS claims, count(DISTINCT outlet_id)::int AS outlets
    FROM claim WHERE team_id = k.team_id AND case_id = k.id AND status <> 'retracted') c
  WHERE k.team_id = ${ctx.teamId}::uuid ${where} ${tail}`;

const present = ({ articles, claims, relations, outlets, createdAt, updatedAt, ...row }: Row): Case => ({
  ...row,
  counts: { articles, claims, relations, outlets },
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

export async function getCase(ctx: Ctx, caseId: string): Promise<Case> {
  const [row] = await caseRows(ctx, Prisma.sql`AND k.id = ${caseId}::uuid`, Prisma.empty);
  if (!row) throw notFound("case");
  return present(row);
}

/** Newest first. */
export async function listCases(ctx: Ctx, { limit, cursor }: PageQuery): Promise<Page<Case>> {
  const after = decodeCursor(z.tuple([z.guid()]), cursor);
  const where = after ? Prisma.sql`AND k.id < ${after[0]}::uuid` : Prisma.empty;
  const rows = await caseRows(ctx, where, Prisma.sql`ORDER BY k.id DESC LIMIT ${limit + 1}`);
  const page = cutPage(rows, limit, (last) => [last.id]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}

/** The case of this team that goes by this id or, where exactly one does, by this title. */
export async function findCase(ctx: Ctx, idOrTitle: string): Promise<Case> {
  if (z.guid().safeParse(idOrTitle).success) return getCase(ctx, idOrTitle);
  const rows = await caseRows(ctx, Prisma.sql`AND lower(k.title) = lower(${idOrTitle})`, Prisma.sql`LIMIT 2`);
  if (rows.length !== 1 || !rows[0]) throw notFound("case");
  return present(rows[0]);
}
