import { getClaim } from "@/features/claim/queries";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { AppError, forbidden, notFound } from "@/platform/errors";
import { canTakeTask } from "../policy";
import { ABANDONED, getRound } from "../queries";
import type { Round, Task } from "../schema";

type Which = { roundId: string };

/**
 * Hands the caller the next thing to judge: what they hold already, else what fewest have judged or hold. What somebody
 * took and left goes to others; what the caller has judged before is not handed out to them.
 */
export async function takeTask(ctx: Ctx, { roundId }: Which): Promise<{ task: Task | null }> {
  if (!canTakeTask(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const round = await holdRound(ctx, roundId);
    requireJudge(ctx, round);
    const unit = (await heldBy(ctx, round)) ?? (await takeNext(ctx, round));
    if (!unit) return { task: null };
    const claims = [await getClaim(ctx, unit.claimId)];
    if (unit.otherId) claims.push(await getClaim(ctx, unit.otherId));
    return { task: { unit: unit.id, claims, left: Math.max(0, round.units * round.perUnit - round.done) } };
  });
}

/** The round, open, with its row locked: two judges never take the same last place. */
export async function holdRound(ctx: TxCtx, roundId: string): Promise<Round> {
  await ctx.tx.$queryRaw`SELECT 1 FROM round WHERE team_id = ${ctx.teamId}::uuid AND id = ${roundId}::uuid FOR UPDATE`;
  const round = await getRound(ctx, roundId);
  if (!round.open) throw new AppError("CONFLICT", "This round is over.");
  return round;
}

export function requireJudge(ctx: Ctx, { judges }: Round): void {
  if (!judges.some(({ id }) => id === ctx.actor.userId)) throw notFound("task");
}

type Unit = { id: string; claimId: string; otherId: string | null };

async function heldBy(ctx: TxCtx, { id }: Round): Promise<Unit | undefined> {
  const [unit] = await ctx.tx.$queryRaw<Unit[]>`
    SELECT u.id::text, u.claim_id::text AS "claimId", u.other_id::text AS "otherId"
    FROM round_unit u JOIN round_task t ON t.team_id = u.team_id AND t.unit_id = u.id
    WHERE u.team_id = ${ctx.teamId}::uuid AND u.round_id = ${id}::uuid AND t.user_id = ${ctx.actor.userId}::uuid
      AND t.state = 'taken' AND t.taken_at > now() - ${ABANDONED}
    ORDER BY t.taken_at LIMIT 1`;
  return unit;
}

async function takeNext(ctx: TxCtx, { id, perUnit, units, judges }: Round): Promise<Unit | undefined> {
  const { teamId, actor } = ctx;
  // Each judge begins elsewhere, so that those who work alike get alike and nobody is left with what is theirs already.
  const turn = Math.floor((judges.findIndex((judge) => judge.id === actor.userId) * units) / judges.length);
  await ctx.tx.$executeRaw`
    DELETE FROM round_task t USING round_unit u
    WHERE t.team_id = ${teamId}::uuid AND u.team_id = t.team_id AND u.id = t.unit_id AND u.round_id = ${id}::uuid
      AND t.state = 'taken' AND t.taken_at <= now() - ${ABANDONED}`;
  const [unit] = await ctx.tx.$queryRaw<Unit[]>`
    SELECT u.id::text, u.claim_id::text AS "claimId", u.other_id::text AS "otherId"
    FROM round_unit u
    LEFT JOIN LATERAL (SELECT count(*) AS n, bool_or(t.user_id = ${actor.userId}::uuid) AS mine FROM round_task t
      WHERE t.team_id = u.team_id AND t.unit_id = u.id) given ON TRUE
    WHERE u.team_id = ${teamId}::uuid AND u.round_id = ${id}::uuid AND given.n < ${perUnit} AND NOT coalesce(given.mine, FALSE)
      AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.team_id = u.team_id AND c.id IN (u.claim_id, u.other_id)
        AND c.status = 'retracted')
      AND NOT EXISTS (SELECT 1 FROM relation r
        LEFT JOIN judgement j ON j.team_id = r.team_id AND j.relation_id = r.id AND j.user_id = ${actor.userId}::uuid
        LEFT JOIN ruling w ON w.team_id = r.team_id AND w.relation_id = r.id AND w.user_id = ${actor.userId}::uuid
        WHERE r.team_id = u.team_id AND r.low_claim_id = u.claim_id AND r.high_claim_id = u.other_id
          AND (j.id IS NOT NULL OR w.relation_id IS NOT NULL))
      AND (u.other_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM assessment s
        WHERE s.team_id = u.team_id AND s.claim_id = u.claim_id AND s.user_id = ${actor.userId}::uuid))
    ORDER BY given.n, (u.position - ${turn} + ${units}) % ${units} LIMIT 1`;
  if (unit) await ctx.tx.roundTask.create({ data: { teamId, unitId: unit.id, userId: actor.userId } });
  return unit;
}
