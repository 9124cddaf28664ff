import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { findCaseOfClaim } from "@/features/claim/commands/find-case-of-claim";
import { getClaim } from "@/features/claim/queries";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, invalid } from "@/platform/errors";
import { canMarkOrigins } from "../policy";
import { getOwnReporting } from "../queries/own-reporting";
import type { MarkOwnReporting, OwnReporting } from "../schema";

type Input = MarkOwnReporting & { claimId: string };

/** The caller's mark that a claim reports something of its own; given again, it takes the new reason. */
export async function markOwnReporting(ctx: Ctx, { claimId, reason }: Input): Promise<OwnReporting> {
  if (!canMarkOrigins(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const caseId = await findCaseOfClaim(ctx, claimId);
    await lockCase(ctx, caseId);
    const claim = await getClaim(ctx, claimId);
    if (claim.status === "retracted") throw invalid("claimId", "is retracted: restore the claim first");
    const key = { teamId: ctx.teamId, claimId, userId: ctx.actor.userId };
    const where = { teamId_claimId_userId: key };
    const prior = await ctx.tx.ownReporting.findUnique({ where, select: { reason: true } });
    if (prior?.reason === reason) return getOwnReporting(ctx, claimId);
    const select = { claimId: true };
    await ctx.tx.ownReporting.upsert({ where, create: { ...key, reason }, update: { reason }, select });
    await recordActivity(ctx, {
      caseId,
      verb: "claim.own_reporting_marked",
      subject: { type: "claim", id: claimId, label: claim.claim },
      before: prior,
      after: { reason },
    });
    return getOwnReporting(ctx, claimId);
  });
}
