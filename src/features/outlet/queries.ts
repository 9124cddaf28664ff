import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import { findCarried } from "./queries/find-carried";
import { followMerges } from "./queries/follow-merges";
import { orderByOwner } from "./queries/order-by-owner";
import { domainsOf, outletKey } from "./rules";
import { spellingsOf } from "./rules/families";
import type { FoundOutlet, ListOutlets, Outlet, OutletRef, Reliability } from "./schema";

type Row = Omit<Outlet, "createdAt" | "updatedAt"> & { createdAt: Date; updatedAt: Date };

const neighbours = (mine: Prisma.Sql, theirs: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', x.id, 'name', x.name) ORDER BY x.name, x.id)
  FROM outlet_carrier oc JOIN outlet x ON x.team_id = oc.team_id AND x.id = oc.${theirs}
  WHERE oc.team_id = o.team_id AND oc.${mine} = o.id), '[]')`;
const [OUTLET, CARRIER] = [Prisma.sql`outlet_id`, Prisma.sql`carrier_id`];

const outletRows = (ctx: Ctx, where: Prisma.Sql, tail: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT o.id::text, o.name, o.owner, o.language, o.country, o.reliability::text, o.version,
         o.created_at AS "createdAt", o.updated_at AS "updatedAt",
         ARRAY(SELECT n.name FROM outlet_alias n
               WHERE n.team_id = o.team_id AND n.outlet_id = o.id AND n.name <> o.name ORDER BY n.key) AS aliases,
         ARRAY(SELECT d.domain FROM outlet_domain d
               WHERE d.team_id = o.team_id AND d.outlet_id = o.id ORDER BY d.domain) AS domains,
         ${neighbours(OUTLET, CARRIER)} AS carriers, ${neighbours(CARRIER, OUTLET)} AS carries,
         (SELECT json_build_object('id', w.id, 'name', w.name) FROM outlet w
          WHERE w.team_id = o.team_id AND w.id = o.merged_into_id) AS "mergedInto"
  FROM outlet o WHERE o.team_id = ${ctx.teamId}::uuid ${where} ${tail}`;

const present = (row: Row): Outlet => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** One that is part of another says so in `mergedInto`. */
export async function getOutlet(ctx: Ctx, outletId: string): Promise<Outlet> {
  const [row] = await outletRows(ctx, Prisma.sql`AND o.id = ${outletId}::uuid`, Prisma.empty);
  if (!row) throw notFound("outlet");
  return present(row);
}

/** By name or by owner. `q` finds by any part of a name, alias or domain, and by a name with its carrier. */
export async function listOutlets(ctx: Ctx, wanted: z.output<typeof ListOutlets>): Promise<Page<Outlet>> {
  const where = await conditionsOf(ctx, wanted);
  return wanted.order === "owner" ? pageByOwner(ctx, where, wanted) : pageByName(ctx, where, wanted);
}

type Paging = Pick<z.output<typeof ListOutlets>, "limit" | "cursor">;

async function pageByName(ctx: Ctx, where: Prisma.Sql, { limit, cursor }: Paging): Promise<Page<Outlet>> {
  const after = decodeCursor(z.tuple([z.string(), z.guid()]), cursor);
  const from = after ? Prisma.sql`AND (o.name, o.id) > (${after[0]}, ${after[1]}::uuid)` : Prisma.empty;
  const rows = await outletRows(
    ctx,
    Prisma.sql`${where} ${from}`,
    Prisma.sql`ORDER BY o.name, o.id LIMIT ${limit + 1}`,
  );
  const page = cutPage(rows, limit, (last) => [last.name, last.id]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}

async function pageByOwner(ctx: Ctx, where: Prisma.Sql, paging: Paging): Promise<Page<Outlet>> {
  const { items, nextCursor } = await orderByOwner(ctx, where, paging);
  const rows = await outletRows(ctx, Prisma.sql`AND o.id = ANY(${items}::uuid[])`, Prisma.empty);
  const byId = new Map(rows.map((row) => [row.id, present(row)]));
  return { items: items.flatMap((id) => byId.get(id) ?? []), nextCursor };
}

async function conditionsOf(
  ctx: Ctx,
  { q, case: caseId, owner, graded, used }: Omit<z.output<typeof ListOutlets>, keyof Paging>,
): Promise<Prisma.Sql> {
  const conditions = [Prisma.sql`AND o.merged_into_id IS NULL`];
  if (q?.trim()) conditions.push(matching(q, (await findCarried(ctx, [q])).get(q)?.id ?? null));
  if (caseId) conditions.push(creditedIn(caseId));
  if (owner) conditions.push(Prisma.sql`AND o.owner = ANY(${spellingsOf(owner, await listOwners(ctx))}::text[])`);
  if (graded !== undefined) conditions.push(Prisma.sql`AND (o.reliability IS NOT NULL) = ${graded}`);
  if (used !== undefined) conditions.push(Prisma.sql`AND (${named}) = ${used}`);
  return Prisma.join(conditions, " ");
}

/** Owners as they are spelt, each spelling once. */
export async function listOwners(ctx: Ctx): Promise<string[]> {
  const rows = await db(ctx).$queryRaw<{ owner: string }[]>`
    SELECT DISTINCT owner FROM outlet
    WHERE team_id = ${ctx.teamId}::uuid AND owner IS NOT NULL AND merged_into_id IS NULL ORDER BY owner`;
  return rows.map(({ owner }) => owner);
}

const creditedIn = (caseId: string) => Prisma.sql`AND EXISTS (
  SELECT 1 FROM claim c WHERE c.team_id = o.team_id AND c.outlet_id = o.id
    AND c.case_id = ${caseId}::uuid AND c.status <> 'retracted')`;

const named = Prisma.sql`
  EXISTS (SELECT 1 FROM article a WHERE a.team_id = o.team_id AND a.outlet_id = o.id)
  OR EXISTS (SELECT 1 FROM claim c WHERE c.team_id = o.team_id AND c.outlet_id = o.id)
  OR EXISTS (SELECT 1 FROM attribution_step s WHERE s.team_id = o.team_id AND s.outlet_id = o.id)`;

function matching(q: string, carried: string | null): Prisma.Sql {
  const key = `%${likeLiteral(outletKey(q))}%`;
  const domain = `%${likeLiteral(q.trim().toLowerCase())}%`;
  return Prisma.sql`AND (
    EXISTS (SELECT 1 FROM outlet_alias n WHERE n.team_id = o.team_id AND n.outlet_id = o.id AND n.key LIKE ${key})
    OR EXISTS (SELECT 1 FROM outlet_domain d WHERE d.team_id = o.team_id AND d.outlet_id = o.id AND d.domain LIKE ${domain})
    OR o.id = ${carried}::uuid)`;
}

const likeLiteral = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** The outlet that goes by exactly this name or alias (folded for matching), or null. */
export const findOutletByName = async (ctx: Ctx, name: string): Promise<FoundOutlet | null> =>
  (await findOutlets(ctx, [name])).get(name) ?? null;

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

/**
 * The outlets among these ids or names, by what was asked for: two queries for a whole chain or sheet. A name with a
 * carrier's in parentheses is the name's, an id of an outlet that was merged is what it is part of.
 */
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
  const rest = asked.filter((each) => !found.has(each));
  for (const [each, outlet] of await findCarried(ctx, rest)) found.set(each, outlet);
  for (const [each, outlet] of await followMerges(ctx, rest)) found.set(each, outlet);
  return found;
}

export type KnownName = { outletId: string; outlet: string; name: string; reliability: Reliability | null };

/** Every name and alias the team knows, and its outlets' names with their carriers', for proposals while reading. */
export async function listOutletNames(ctx: Ctx): Promise<KnownName[]> {
  return db(ctx).$queryRaw<KnownName[]>`
    WITH known AS (
      SELECT outlet_id, name, key FROM outlet_alias WHERE team_id = ${ctx.teamId}::uuid
      UNION ALL
      SELECT oc.outlet_id, concat(o.name, ' (', p.name, ')'), '' FROM outlet_carrier oc
      JOIN outlet o ON o.team_id = oc.team_id AND o.id = oc.outlet_id
      JOIN outlet p ON p.team_id = oc.team_id AND p.id = oc.carrier_id
      WHERE oc.team_id = ${ctx.teamId}::uuid)
    SELECT n.outlet_id::text AS "outletId", o.name AS outlet, n.name, o.reliability::text FROM known n
    JOIN outlet o ON o.team_id = ${ctx.teamId}::uuid AND o.id = n.outlet_id
    ORDER BY o.name, n.key, n.name LIMIT 20000`;
}

export type OutletGrade = {
  reliability: Reliability | null;
  reason: string;
  by: string;
  at: string;
  /** Whose grade it was, where that outlet is now part of this one. */
  of: OutletRef | null;
};

/** How the team's grade of an outlet came about, newest first; those of the outlets merged into it keep their names. */
export async function listGrades(ctx: Ctx, outletId: string): Promise<OutletGrade[]> {
  const rows = await db(ctx).$queryRaw<(Omit<OutletGrade, "at"> & { at: Date })[]>`
    WITH RECURSIVE part AS (
      SELECT id, name FROM outlet WHERE team_id = ${ctx.teamId}::uuid AND id = ${outletId}::uuid
      UNION
      SELECT o.id, o.name FROM outlet o JOIN part p ON o.team_id = ${ctx.teamId}::uuid AND o.merged_into_id = p.id)
    SELECT g.reliability::text, g.reason, u.name AS by, g.graded_at AS at,
      CASE WHEN p.id <> ${outletId}::uuid THEN json_build_object('id', p.id, 'name', p.name) END AS of
    FROM part p JOIN outlet_grade g ON g.team_id = ${ctx.teamId}::uuid AND g.outlet_id = p.id
    JOIN "user" u ON u.id = g.graded_by_id
    ORDER BY g.graded_at DESC, g.id DESC LIMIT 200`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
