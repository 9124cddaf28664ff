import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { findCaseOfClaim } from "@/features/claim/commands/find-case-of-claim";
import { getClaim } from "@/features/claim/queries";
import { type Ctx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canMarkOrigins } from "../policy";
import { getOwnReporting } from "../queries/own-reporting";
import type { OwnReporting } from "../schema";

/** Takes the caller's mark back; where there is none, nothing changes. */
export async function unmarkOwnReporting(ctx: Ctx, { claimId }: { claimId: string }): Promise<OwnReporting> {
  if (!canMarkOrigins(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const caseId = await findCaseOfClaim(ctx, claimId);
    await lockCase(ctx, caseId);
    const where = { teamId_claimId_userId: { teamId: ctx.teamId, claimId, userId: ctx.actor.userId } };
    const prior = await ctx.tx.ownReporting.findUnique({ where, select: { reason: true } });
    if (!prior) return getOwnReporting(ctx, claimId);
    await ctx.tx.ownReporting.delete({ where, select: { claimId: true } });
    const { claim } = await getClaim(ctx, claimId);
    await recordActivity(ctx, {
      caseId,
      verb: "claim.own_reporting_unmarked",
      subject: { type: "claim", id: claimId, label: claim },
      before: prior,
      after: null,
    });
    return getOwnReporting(ctx, claimId);
  });
}
