import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { withdrawJudgement } from "@/features/relation/commands/withdraw-judgement";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid, notFound, stale } from "@/platform/errors";
import { canMarkOrigins } from "../policy";
import { getSuspicion } from "../queries/suspicions";
import type { DecideSuspicion, Suspicion, SuspicionStatus } from "../schema";

type Input = DecideSuspicion & { suspicionId: string };

type Held = {
  caseId: string;
  fromClaimId: string;
  toClaimId: string;
  status: SuspicionStatus;
  decidedById: string | null;
  reason: string;
  version: number;
};

/**
 * A person's answer to a suspected copy. To confirm is to judge that the later claim repeats the earlier, as the caller's
 * own judgement; to reject keeps the reason, so that it is not asked again; to open takes either back.
 */
export async function decideSuspicion(ctx: Ctx, { suspicionId, version, ...said }: Input): Promise<Suspicion> {
  if (!canMarkOrigins(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const held = await hold(ctx, suspicionId);
    const shown = await getSuspicion(ctx, suspicionId);
    const { status } = said;
    const reason = status === "open" ? "" : (said.reason ?? (status === shown.status ? shown.reason : ""));
    if (status === shown.status && reason === shown.reason) return shown;
    if (version !== undefined && version !== held.version) throw stale("suspicion", shown);
    if (status === "rejected" && reason === "") throw invalid("reason", "is needed: say why it is no copy");
    await judge(ctx, held, status, reason);
    await store(ctx, suspicionId, held, { status, reason });
    await recordActivity(ctx, {
      caseId: held.caseId,
      verb: "suspicion.decided",
      subject: { type: "suspicion", id: suspicionId, label: `${shown.from.claim} of ${shown.to.claim}` },
      before: { status: held.status, reason: held.reason },
      after: { status, reason },
    });
    return getSuspicion(ctx, suspicionId);
  });
}

/** Under its case's lock. */
async function hold(ctx: TxCtx, id: string): Promise<Held> {
  const where = { teamId_id: { teamId: ctx.teamId, id } };
  const found = await ctx.tx.suspicion.findUnique({ where, select: { caseId: true } });
  if (!found) throw notFound("suspicion");
  await lockCase(ctx, found.caseId);
  const select = { fromClaimId: true, toClaimId: true, status: true, decidedById: true, reason: true, version: true };
  return { ...found, ...(await ctx.tx.suspicion.findUniqueOrThrow({ where, select })) };
}

/** Records or takes back the caller's judgement of the pair. What others judged stays. */
async function judge(ctx: TxCtx, held: Held, status: SuspicionStatus, reason: string): Promise<void> {
  const { caseId, fromClaimId: from, toClaimId: to } = held;
  if (status === "confirmed") {
    await recordRelation(ctx, { caseId, from, to, kind: "repeats", rationale: reason });
    return;
  }
  if (held.status !== "confirmed" || held.decidedById !== ctx.actor.userId) return;
  const [lowClaimId = "", highClaimId = ""] = [from, to].sort();
  const pair = { teamId: ctx.teamId, lowClaimId, highClaimId, family: "descent" as const };
  const where = { teamId_lowClaimId_highClaimId_family: pair };
  const relation = await ctx.tx.relation.findUnique({ where, select: { id: true } });
  if (relation) await withdrawJudgement(ctx, { relationId: relation.id });
}

type Decision = { status: SuspicionStatus; reason: string };

async function store(ctx: TxCtx, id: string, { version }: Held, { status, reason }: Decision): Promise<void> {
  const decided =
    status === "open"
      ? { decidedById: null, decidedAt: null }
      : { decidedById: ctx.actor.userId, decidedAt: new Date() };
  const { count } = await ctx.tx.suspicion.updateMany({
    where: { teamId: ctx.teamId, id, version },
    data: { status, reason, ...decided, version: { increment: 1 } },
  });
  if (count === 0) throw stale("suspicion", await getSuspicion(ctx, id));
}
