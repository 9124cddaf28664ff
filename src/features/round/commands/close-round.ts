import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canDrawRound } from "../policy";
import { getRound } from "../queries";
import type { Round } from "../schema";

/** Ends a round: what was judged in it is open to the team from now on. It cannot be opened again, for it was seen. */
export async function closeRound(ctx: Ctx, { roundId }: { roundId: string }): Promise<Round> {
  if (!canDrawRound(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { caseId, title } = await getRound(ctx, roundId);
    await lockCase(ctx, caseId);
    const { count } = await ctx.tx.round.updateMany({
      where: { teamId: ctx.teamId, id: roundId, closedAt: null },
      data: { closedAt: new Date(), version: { increment: 1 } },
    });
    if (count > 0) {
      await recordActivity(ctx, {
        caseId,
        verb: "round.closed",
        subject: { type: "round", id: roundId, label: title },
      });
    }
    return getRound(ctx, roundId);
  });
}
