import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";

/*
 * What a caller may see of relations, in one place: lists, counts, filters, exports and conflicts all read through this.
 * Fragments name the relation `r`.
 */

/** In a blind case a pair is visible to those who judged it, and to everybody once it is ruled on. */
export const seesRelation = (ctx: Ctx, blind: boolean): Prisma.Sql =>
  blind
    ? Prisma.sql`(EXISTS (SELECT 1 FROM judgement j WHERE j.team_id = r.team_id AND j.relation_id = r.id
                          AND j.user_id = ${ctx.actor.userId}::uuid)
                  OR EXISTS (SELECT 1 FROM ruling u WHERE u.team_id = r.team_id AND u.relation_id = r.id))`
    : Prisma.sql`TRUE`;

/** Neither end is retracted. */
const bothEndsStand = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM claim e WHERE e.team_id = r.team_id AND e.id IN (r.from_claim_id, r.to_claim_id) AND e.status = 'retracted')`;

/** `r` stands, between claims that stand, and the caller may know. Add the case yourself. */
export const standsVisibly = (ctx: Ctx, blind: boolean): Prisma.Sql =>
  Prisma.sql`r.standing IS NOT NULL AND ${bothEndsStand} AND ${seesRelation(ctx, blind)}`;

/** The ids of the claims of a case that are in conflict: an end of a standing contradiction that the caller may see. */
export const claimsInConflict = (ctx: Ctx, caseId: string, blind: boolean): Prisma.Sql => Prisma.sql`
  SELECT unnest(ARRAY[r.from_claim_id, r.to_claim_id]) FROM relation r
  WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid
    AND r.standing = 'contradicts' AND ${standsVisibly(ctx, blind)}`;
