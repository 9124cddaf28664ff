import type { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import type { ReadNotices } from "../schema";

/** Marks one's own notices as read, or as unread again. It is nobody else's business, and no change of a case. */
export async function readNotices(
  ctx: Ctx,
  { ids, upTo, read }: z.output<typeof ReadNotices>,
): Promise<{ changed: number }> {
  const changed = await db(ctx).$executeRaw`
    UPDATE notice SET read_at = ${read ? Prisma.sql`now()` : Prisma.sql`NULL`}
    WHERE team_id = ${ctx.teamId}::uuid AND user_id = ${ctx.actor.userId}::uuid AND (read_at IS NULL) = ${read}
      ${ids ? Prisma.sql`AND id = ANY(${ids}::uuid[])` : Prisma.empty}
      ${upTo ? Prisma.sql`AND id <= ${upTo}::uuid` : Prisma.empty}`;
  return { changed };
}
