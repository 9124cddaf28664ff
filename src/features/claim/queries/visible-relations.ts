import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";

/**
 * What the caller may know about a relation `r` of case `k`: a condition for every query that tells a relation's kind,
 * counts by it or filters by it. In a blind case that takes a judgement (or ruling) of the caller's own on the pair;
 * leads are not excepted. It is asked of the pair, not of the row: who has judged what two claims say of each other
 * also sees whether one was copied from the other, for which there is no "no" to record.
 */
export const visibleRelations = (ctx: Ctx): Prisma.Sql => Prisma.sql`(NOT k.blind OR EXISTS (
  SELECT 1 FROM relation own
  LEFT JOIN judgement oj ON oj.team_id = own.team_id AND oj.relation_id = own.id AND oj.user_id = ${ctx.actor.userId}::uuid
  LEFT JOIN ruling ow ON ow.team_id = own.team_id AND ow.relation_id = own.id AND ow.user_id = ${ctx.actor.userId}::uuid
  WHERE own.team_id = r.team_id AND own.low_claim_id = r.low_claim_id AND own.high_claim_id = r.high_claim_id
    AND (oj.id IS NOT NULL OR ow.relation_id IS NOT NULL)))`;
