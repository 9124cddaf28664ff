import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid, notFound } from "@/platform/errors";
import { canTakeTask } from "../policy";
import type { AnswerTask, Round } from "../schema";
import { holdRound, requireJudge } from "./take-task";

type Input = AnswerTask & { roundId: string; unitId: string };
type Unit = { claimId: string; otherId: string | null; state: "taken" | "answered" | "passed" };

/** Says what the caller thinks of what they were handed, or that it cannot be judged. Once: then it is a judgement like any. */
export async function answerTask(ctx: Ctx, { roundId, unitId, ...said }: Input): Promise<{ left: number }> {
  if (!canTakeTask(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { caseId } = await caseOf(ctx, roundId);
    // The case before anything else, as everywhere.
    await lockCase(ctx, caseId);
    const round = await holdRound(ctx, roundId);
    requireJudge(ctx, round);
    const unit = await unitOf(ctx, roundId, unitId);
    if (unit.state !== "taken") throw invalid("unit", "has your answer already: change it on the claim's page");
    if (said.cannot) await pass(ctx, round);
    else if (unit.otherId) await judge(ctx, round, { ...unit, otherId: unit.otherId }, said);
    else await grade(ctx, unit.claimId, said);
    const { teamId, actor } = ctx;
    await ctx.tx.roundTask.update({
      where: { teamId_unitId_userId: { teamId, unitId, userId: actor.userId } },
      data: { state: said.cannot ? "passed" : "answered", doneAt: new Date() },
    });
    return { left: Math.max(0, round.units * round.perUnit - round.done - 1) };
  });
}

async function caseOf(ctx: TxCtx, roundId: string): Promise<{ caseId: string }> {
  const found = await ctx.tx.round.findUnique({
    where: { teamId_id: { teamId: ctx.teamId, id: roundId } },
    select: { caseId: true },
  });
  if (!found) throw notFound("round");
  return found;
}

async function unitOf(ctx: TxCtx, roundId: string, unitId: string): Promise<Unit> {
  const [unit] = await ctx.tx.$queryRaw<Unit[]>`
    SELECT u.claim_id::text AS "claimId", u.other_id::text AS "otherId", t.state::text
    FROM round_unit u JOIN round_task t ON t.team_id = u.team_id AND t.unit_id = u.id
    WHERE u.team_id = ${ctx.teamId}::uuid AND u.round_id = ${roundId}::uuid AND u.id = ${unitId}::uuid
      AND t.user_id = ${ctx.actor.userId}::uuid`;
  if (!unit) throw notFound("task");
  return unit;
}

async function judge(
  ctx: TxCtx,
  { caseId }: Round,
  { claimId, otherId }: { claimId: string; otherId: string },
  { kind, from = claimId, about, rationale, confidence }: AnswerTask,
): Promise<void> {
  if (!kind) throw invalid("kind", "is missing: say how they stand to each other, or that it cannot be judged");
  if (from !== claimId && from !== otherId) throw invalid("from", "is not one of the two claims");
  await recordRelation(ctx, {
    caseId,
    from,
    to: from === claimId ? otherId : claimId,
    kind,
    about,
    rationale,
    confidence,
  });
}

async function grade(ctx: TxCtx, claimId: string, { reliability, credibility, confidence, reason }: AnswerTask) {
  if (!reliability && !credibility && !confidence)
    throw invalid("credibility", "is missing: give a grade at least, or say that it cannot be judged");
  await assessClaim(ctx, { claimId, reliability, credibility, confidence, reason });
}

const pass = (ctx: TxCtx, { id, caseId, title }: Round) =>
  recordActivity(ctx, { caseId, verb: "round.passed", subject: { type: "round", id, label: title } });
