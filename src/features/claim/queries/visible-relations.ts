import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";

/*
 * What a caller may see of relations, in one place: lists, counts, filters, exports and conflicts all read through this.
 * Fragments name the relation `r`.
 */

/** The caller judged a pair of claims, or ruled on it; the ends in id order. */
export const judgedPair = (
  ctx: Ctx,
  team: Prisma.Sql,
  low: Prisma.Sql,
  high: Prisma.Sql,
): Prisma.Sql => Prisma.sql`(EXISTS (
  SELECT 1 FROM relation own
  LEFT JOIN judgement oj ON oj.team_id = own.team_id AND oj.relation_id = own.id AND oj.user_id = ${ctx.actor.userId}::uuid
  LEFT JOIN ruling ow ON ow.team_id = own.team_id AND ow.relation_id = own.id AND ow.user_id = ${ctx.actor.userId}::uuid
  WHERE own.team_id = ${team} AND own.low_claim_id = ${low} AND own.high_claim_id = ${high}
    AND (oj.id IS NOT NULL OR ow.relation_id IS NOT NULL))
  OR ${inClosedRound(team, low, high)})`;

/** What was judged in a blind round that is over is open to all of the team: it is there to be compared and decided on. */
const inClosedRound = (team: Prisma.Sql, low: Prisma.Sql, high: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM round_unit ru JOIN round rr ON rr.team_id = ru.team_id AND rr.id = ru.round_id
  WHERE ru.team_id = ${team} AND ru.claim_id = ${low} AND ru.other_id = ${high}
    AND (rr.closed_at IS NOT NULL OR rr.until <= now()))`;

/**
 * The caller has judged every pair in which a claim stands, and one at least: only then is what is said of its conflicts no
 * news to them.
 */
export const judgedAround = (ctx: Ctx, team: Prisma.Sql, claim: Prisma.Sql): Prisma.Sql => {
  const judged = judgedPair(ctx, Prisma.sql`r.team_id`, Prisma.sql`r.low_claim_id`, Prisma.sql`r.high_claim_id`);
  return Prisma.sql`(SELECT coalesce(bool_and(${judged}), FALSE) FROM relation r
    WHERE r.team_id = ${team} AND r.standing IS NOT NULL AND ${claim} IN (r.from_claim_id, r.to_claim_id))`;
};

/**
 * It is asked of the pair, not of the row: who has judged what two claims say of each other also sees whether one was
 * copied from the other, for which there is no "no" to record.
 */
const judgedByCaller = (ctx: Ctx): Prisma.Sql =>
  judgedPair(ctx, Prisma.sql`r.team_id`, Prisma.sql`r.low_claim_id`, Prisma.sql`r.high_claim_id`);

/**
 * In a blind case a pair is visible to those who judged it and to who ruled on it: a ruling, too, would tell what to
 * think before one has thought, so leads are not excepted.
 */
export const seesRelation = (ctx: Ctx, blind: boolean): Prisma.Sql => (blind ? judgedByCaller(ctx) : Prisma.sql`TRUE`);

/** The same where the case is joined as `k`. */
export const visibleRelations = (ctx: Ctx): Prisma.Sql => Prisma.sql`(NOT k.blind OR ${judgedByCaller(ctx)})`;

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

/** The ids of the claims of a case that bear at least so many standing relations that the caller may see. */
export const claimsRelated = (ctx: Ctx, caseId: string, blind: boolean, least: number): Prisma.Sql => Prisma.sql`
  SELECT e.id FROM relation r CROSS JOIN LATERAL (VALUES (r.from_claim_id), (r.to_claim_id)) AS e(id)
  WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND ${standsVisibly(ctx, blind)}
  GROUP BY e.id HAVING count(*) >= ${least}`;
