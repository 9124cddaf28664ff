import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import type { Page } from "@/platform/fields";
import type { ListNotices, Notice } from "../schema";

/**
 * In a blind case a notice about a conflict waits until the caller has judged the claim that names it against some other:
 * that it is in a conflict tells how others judged. Names the notice `n` of case `k`.
 */
const mayHear = ({ actor }: Ctx): Prisma.Sql => Prisma.sql`(NOT k.blind OR n.subject_type <> 'conflict' OR EXISTS (
  SELECT 1 FROM relation r JOIN judgement j ON j.team_id = r.team_id AND j.relation_id = r.id
  WHERE r.team_id = n.team_id AND n.subject_id IN (r.from_claim_id, r.to_claim_id)
    AND j.user_id = ${actor.userId}::uuid))`;

/** `unmailed`: only what no digest has told of. */
type Wanted = ListNotices & { unmailed?: boolean };

/** What the caller should hear of, the newest first. */
export async function listNotices(ctx: Ctx, { unread, unmailed, limit, cursor }: Wanted): Promise<Page<Notice>> {
  const before = decodeCursor(z.tuple([z.guid()]), cursor);
  const rows = await db(ctx).$queryRaw<(Omit<Notice, "createdAt"> & { createdAt: Date })[]>`
    SELECT n.id::text, n.kind::text, json_build_object('id', k.id, 'title', k.title) AS "case",
           CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS actor,
           json_build_object('type', n.subject_type, 'id', n.subject_id, 'label', n.label) AS subject,
           n.read_at IS NOT NULL AS read, n.created_at AS "createdAt"
    FROM notice n JOIN "case" k ON k.team_id = n.team_id AND k.id = n.case_id LEFT JOIN "user" u ON u.id = n.actor_id
    WHERE n.team_id = ${ctx.teamId}::uuid AND n.user_id = ${ctx.actor.userId}::uuid AND ${mayHear(ctx)}
      ${unread ? Prisma.sql`AND n.read_at IS NULL` : Prisma.empty}
      ${unmailed ? Prisma.sql`AND n.mailed_at IS NULL` : Prisma.empty}
      ${before ? Prisma.sql`AND n.id < ${before[0]}::uuid` : Prisma.empty}
    ORDER BY n.id DESC LIMIT ${limit + 1}`;
  const page = cutPage(rows, limit, (last) => [last.id]);
  return {
    items: page.items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    nextCursor: page.nextCursor,
  };
}

/** How many are unread; a hundred counts as many. */
export async function countUnread(ctx: Ctx): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM notice n JOIN "case" k ON k.team_id = n.team_id AND k.id = n.case_id
      WHERE n.team_id = ${ctx.teamId}::uuid AND n.user_id = ${ctx.actor.userId}::uuid AND n.read_at IS NULL
        AND ${mayHear(ctx)} LIMIT 100) unread`;
  return row?.n ?? 0;
}
