import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { keepPlan, Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import { refreshConflicts } from "../commands/refresh-conflicts";
import { isWanted } from "../rules/queue";
import { weightOf } from "../rules/weight";
import type { ConflictSummary, ListConflicts } from "../schema";
import { readGroups } from "./read-groups";
import { summarise } from "./summarise";

/** The last conflict of a page: its weight and its key. */
const Position = z.tuple([z.int32(), z.int32()]);
type Position = z.infer<typeof Position>;

/**
 * The conflicts of a case, those that matter most first. They come from what was last derived, in one query; where a
 * change has touched something since, that is derived anew before. In a blind case everybody sees other relations, so
 * there they are derived for the caller each time.
 */
export async function listConflicts(ctx: Ctx, caseId: string, query: ListConflicts): Promise<Page<ConflictSummary>> {
  const after = decodeCursor(Position, query.cursor);
  const found = await readPage(ctx, caseId, query, after);
  if (found.blind) return listForCaller(ctx, caseId, query, after);
  if (!found.touched) return cut(found.rows, query.limit);
  await refreshConflicts(ctx, caseId);
  const { rows } = await readPage(ctx, caseId, query, after, { touched: true });
  return cut(rows, query.limit);
}

type Entry = { weight: number; summary: ConflictSummary };

const cut = (rows: Entry[], limit: number): Page<ConflictSummary> => {
  const { items, nextCursor } = cutPage(rows, limit, ({ weight, summary }): Position => [weight, summary.key]);
  return { items: items.map(({ summary }) => summary), nextCursor };
};

type Read = { blind: boolean; touched: boolean; rows: Entry[] };

/** A page, unless the case is blind or something in it was touched; with `touched` also then. */
async function readPage(
  ctx: Ctx,
  caseId: string,
  query: ListConflicts,
  after: Position | null,
  whether = { touched: false },
): Promise<Read> {
  const order = query.sort === "weight" ? Prisma.sql`weight DESC, key` : Prisma.sql`key`;
  const rows = await db(ctx).$queryRaw<{ blind: boolean; touched: boolean; weight: number; summary: unknown }[]>(
    keepPlan(Prisma.sql`
    SELECT k.blind, t.touched, page.weight, page.summary
    FROM "case" k
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM conflict_touch t
      WHERE t.team_id = k.team_id AND t.case_id = k.id) AS touched OFFSET 0) t
    LEFT JOIN LATERAL (
      SELECT e.weight, e.key, e.summary FROM conflict_entry e
      WHERE NOT k.blind AND (${whether.touched} OR NOT t.touched)
        AND e.team_id = ${ctx.teamId}::uuid AND e.case_id = ${caseId}::uuid
        AND ${Prisma.join(conditions(ctx, caseId, query, after), " AND ")}
      ORDER BY ${order} LIMIT ${query.limit + 1}) page ON TRUE
    WHERE k.team_id = ${ctx.teamId}::uuid AND k.id = ${caseId}::uuid ORDER BY ${order}`),
  );
  if (!rows[0]) throw notFound("case");
  const { blind, touched } = rows[0];
  return { blind, touched, rows: rows.filter(({ summary }) => summary !== null) as Entry[] };
}

function conditions(ctx: Ctx, caseId: string, query: ListConflicts, after: Position | null): Prisma.Sql[] {
  const { outlet, status, about, inconsistent, assignee, sort } = query;
  const wanted = [Prisma.sql`TRUE`];
  if (after && sort === "number") wanted.push(Prisma.sql`e.key > ${after[1]}`);
  // The first bound, though it follows from the second, is what the index can begin at.
  if (after && sort === "weight")
    wanted.push(Prisma.sql`e.weight <= ${after[0]} AND (e.weight < ${after[0]} OR e.key > ${after[1]})`);
  if (status) wanted.push(Prisma.sql`e.status::text = ANY(${status}::text[])`);
  if (about) wanted.push(Prisma.sql`e.about && ${about}::contradiction_about[]`);
  if (inconsistent !== undefined) wanted.push(Prisma.sql`e.inconsistent = ${inconsistent}`);
  if (assignee === "none") wanted.push(Prisma.sql`e.assignee_id IS NULL`);
  else if (assignee) wanted.push(Prisma.sql`e.assignee_id = ${assignee === "me" ? ctx.actor.userId : assignee}::uuid`);
  if (outlet)
    wanted.push(Prisma.sql`EXISTS (
      SELECT 1 FROM conflict_member m JOIN claim c ON c.team_id = m.team_id AND c.id = m.claim_id
      WHERE m.team_id = ${ctx.teamId}::uuid AND m.case_id = ${caseId}::uuid AND m.key = e.key
        AND c.outlet_id = ${outlet}::uuid)`);
  return wanted;
}

async function listForCaller(
  ctx: Ctx,
  caseId: string,
  query: ListConflicts,
  after: Position | null,
): Promise<Page<ConflictSummary>> {
  const { lineage, groups } = await readGroups(ctx, caseId);
  const summaries = await summarise(ctx, caseId, groups, lineage);
  const rows = summaries
    .map((summary) => ({ weight: weightOf(summary), summary }))
    .filter((row) => isWanted(row.summary, query, ctx.actor.userId) && isBehind(row, query, after))
    .sort((a, b) => (query.sort === "weight" ? b.weight - a.weight : 0) || a.summary.key - b.summary.key);
  return cut(rows, query.limit);
}

function isBehind({ weight, summary: { key } }: Entry, { sort }: ListConflicts, after: Position | null): boolean {
  if (!after) return true;
  return sort === "number" || weight === after[0] ? key > after[1] : weight < after[0];
}
