import { judgedPair } from "@/features/claim/queries/visible-relations";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";

/*
 * What a caller may see of marks about origins. The case is joined as `k`, a suspicion is `s`, a mark of own reporting `w`.
 */

/** In a blind case, others' marks on a claim show to those who have marked it themselves. */
export const seesOwnReporting = (ctx: Ctx): Prisma.Sql => Prisma.sql`(NOT k.blind OR EXISTS (
  SELECT 1 FROM own_reporting own
  WHERE own.team_id = w.team_id AND own.claim_id = w.claim_id AND own.user_id = ${ctx.actor.userId}::uuid))`;

/**
 * In a blind case, what others decided on a suspicion shows to those who have decided it or judged the pair themselves;
 * to everybody else it is open.
 */
export const seesDecision = (ctx: Ctx): Prisma.Sql => Prisma.sql`(NOT k.blind
  OR s.decided_by_id = ${ctx.actor.userId}::uuid
  OR ${judgedPair(ctx, Prisma.sql`s.team_id`, Prisma.sql`LEAST(s.from_claim_id, s.to_claim_id)`, Prisma.sql`GREATEST(s.from_claim_id, s.to_claim_id)`)})`;

export const shownStatus = (ctx: Ctx): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${seesDecision(ctx)} THEN s.status::text ELSE 'open' END`;
