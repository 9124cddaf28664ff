import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import { domainsOf, outletKey } from "./rules";
import type { ListOutlets, Outlet, Reliability } from "./schema";

type Row = Omit<Outlet, "createdAt" | "updatedAt"> & { createdAt: Date; updatedAt: Date };

const outletRows = (ctx: Ctx, where: Prisma.Sql, tail: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT o.id::text, o.name, o.owner, o.language, o.country, o.reliability::text, o.version,
         o.created_at AS "createdAt", o.updated_at AS "updatedAt",
         ARRAY(SELECT n.name FROM outlet_alias n
               WHERE n.team_id = o.team_id AND n.outlet_id = o.id AND n.name <> o.name ORDER BY n.key) AS aliases,
         ARRAY(SELECT d.domain FROM outlet_domain d
               WHERE d.team_id = o.team_id AND d.outlet_id = o.id ORDER BY d.domain) AS domains
  FROM outlet o WHERE o.team_id = ${ctx.teamId}::uuid ${where} ${tail}`;

const present = (row: Row): Outlet => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export async function getOutlet(ctx: Ctx, outletId: string): Promise<Outlet> {
  const [row] = await outletRows(ctx, Prisma.sql`AND o.id = ${outletId}::uuid`, Prisma.empty);
  if (!row) throw notFound("outlet");
  return present(row);
}

/** By name. `q` finds by any part of a name, alias or domain. */
export async function listOutlets(
  ctx: Ctx,
  { limit, cursor, q, case: caseId }: z.output<typeof ListOutlets>,
): Promise<Page<Outlet>> {
  const after = decodeCursor(z.tuple([z.string(), z.guid()]), cursor);
  const conditions = [
    after ? Prisma.sql`AND (o.name, o.id) > (${after[0]}, ${after[1]}::uuid)` : Prisma.empty,
    q?.trim() ? matching(q) : Prisma.empty,
    caseId ? creditedIn(caseId) : Prisma.empty,
  ];
  const tail = Prisma.sql`ORDER BY o.name, o.id LIMIT ${limit + 1}`;
  const rows = await outletRows(ctx, Prisma.join(conditions, " "), tail);
  const page = cutPage(rows, limit, (last) => [last.name, last.id]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}

const creditedIn = (caseId: string) => Prisma.sql`AND EXISTS (
  SELECT 1 FROM claim c WHERE c.team_id = o.team_id AND c.outlet_id = o.id
    AND c.case_id = ${caseId}::uuid AND c.status <> 'retracted')`;

function matching(q: string): Prisma.Sql {
  const key = `%${likeLiteral(outletKey(q))}%`;
  const domain = `%${likeLiteral(q.trim().toLowerCase())}%`;
  return Prisma.sql`AND (
    EXISTS (SELECT 1 FROM outlet_alias n WHERE n.team_id = o.team_id AND n.outlet_id = o.id AND n.key LIKE ${key})
    OR EXISTS (SELECT 1 FROM outlet_domain d WHERE d.team_id = o.team_id AND d.outlet_id = o.id AND d.domain LIKE ${domain}))`;
}

const likeLiteral = (text: string) => text.replace(/[\\%_]/g, "\\$&");

export type FoundOutlet = { id: string; name: string; reliability: Reliability | null };

/** The outlet that goes by exactly this name or alias (folded for matching), or null. */
export async function findOutletByName(ctx: Ctx, name: string): Promise<FoundOutlet | null> {
  const rows = await db(ctx).$queryRaw<FoundOutlet[]>`
    SELECT o.id::text, o.name, o.reliability::text FROM outlet_alias n
    JOIN outlet o ON o.team_id = n.team_id AND o.id = n.outlet_id
    WHERE n.team_id = ${ctx.teamId}::uuid AND n.key = ${outletKey(name)}`;
  return rows[0] ?? null;
}

/** The outlet that publishes at this address: by its host, else by the domain that the host stands under. */
export async function findOutletByAddress(ctx: Ctx, address: string): Promise<FoundOutlet | null> {
  const domains = URL.canParse(address) ? domainsOf(new URL(address).hostname) : [];
  const rows = await db(ctx).$queryRaw<FoundOutlet[]>`
    SELECT o.id::text, o.name, o.reliability::text FROM outlet_domain d
    JOIN outlet o ON o.team_id = d.team_id AND o.id = d.outlet_id
    WHERE d.team_id = ${ctx.teamId}::uuid AND d.domain = ANY(${domains}::text[])
    ORDER BY length(d.domain) DESC LIMIT 1`;
  return rows[0] ?? null;
}

/** The outlets among these ids or names, by what was asked for: one query for a whole chain or sheet. */
export async function findOutlets(ctx: Ctx, asked: string[]): Promise<Map<string, FoundOutlet>> {
  const ids = asked.filter((each) => z.guid().safeParse(each).success);
  const keys = asked.map(outletKey);
  const rows = await db(ctx).$queryRaw<(FoundOutlet & { key: string })[]>`
    SELECT o.id::text, o.name, o.reliability::text, n.key FROM outlet_alias n
    JOIN outlet o ON o.team_id = n.team_id AND o.id = n.outlet_id
    WHERE n.team_id = ${ctx.teamId}::uuid AND (n.key = ANY(${keys}::text[]) OR n.outlet_id = ANY(${ids}::uuid[]))`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const found = new Map<string, FoundOutlet>();
  for (const each of asked) {
    const row = byId.get(each) ?? byKey.get(outletKey(each));
    if (row) found.set(each, { id: row.id, name: row.name, reliability: row.reliability });
  }
  return found;
}

export type KnownName = { outletId: string; outlet: string; name: string; reliability: Reliability | null };

/** Every name and alias the team knows, for proposals while reading. */
export async function listOutletNames(ctx: Ctx): Promise<KnownName[]> {
  return db(ctx).$queryRaw<KnownName[]>`
    SELECT n.outlet_id::text AS "outletId", o.name AS outlet, n.name, o.reliability::text FROM outlet_alias n
    JOIN outlet o ON o.team_id = n.team_id AND o.id = n.outlet_id
    WHERE n.team_id = ${ctx.teamId}::uuid ORDER BY o.name, n.key LIMIT 20000`;
}

export type OutletGrade = { reliability: Reliability | null; reason: string; by: string; at: string };

/** How the team's grade of an outlet came about, newest first. */
export async function listGrades(ctx: Ctx, outletId: string): Promise<OutletGrade[]> {
  const rows = await db(ctx).$queryRaw<(Omit<OutletGrade, "at"> & { at: Date })[]>`
    SELECT g.reliability::text, g.reason, u.name AS by, g.graded_at AS at FROM outlet_grade g
    JOIN "user" u ON u.id = g.graded_by_id
    WHERE g.team_id = ${ctx.teamId}::uuid AND g.outlet_id = ${outletId}::uuid
    ORDER BY g.graded_at DESC, g.id DESC LIMIT 200`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
