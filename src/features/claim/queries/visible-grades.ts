import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";

/**
 * A grade of claim `c` as the caller sees it: in a blind case nothing of what stands, until they have given grades of
 * their own. A filter or a warning must not tell what the page conceals.
 */
export const seenGrade = (ctx: Ctx, blind: boolean, grade: Prisma.Sql): Prisma.Sql =>
  blind
    ? Prisma.sql`CASE WHEN EXISTS (SELECT 1 FROM assessment g WHERE g.team_id = c.team_id AND g.claim_id = c.id
                                   AND g.user_id = ${ctx.actor.userId}::uuid) THEN ${grade} END`
    : grade;
