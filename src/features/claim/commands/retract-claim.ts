import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, stale } from "@/platform/errors";
import { canRetractClaim } from "../policy";
import { getClaim } from "../queries";
import type { Claim } from "../schema";
import { findCaseOfClaim } from "./find-case-of-claim";

type Input = { claimId: string; version?: number | undefined };

/** Takes a claim out of the sheet, the conflicts and the counts. Nothing is removed: `restoreClaim` undoes it. */
export async function retractClaim(ctx: Ctx, { claimId, version }: Input): Promise<Claim> {
  if (!canRetractClaim(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const caseId = await findCaseOfClaim(ctx, claimId);
    await lockCase(ctx, caseId);
    const current = await getClaim(ctx, claimId);
    if (version !== undefined && version !== current.version) throw stale("claim", current);
    if (current.status === "retracted") return current;
    const written = await ctx.tx.claim.updateMany({
      where: { teamId: ctx.teamId, id: claimId, version: current.version },
      data: { status: "retracted", statusBefore: current.status, version: { increment: 1 } },
    });
    if (written.count === 0) throw stale("claim", await getClaim(ctx, claimId));
    await recordActivity(ctx, {
      caseId,
      verb: "claim.retracted",
      subject: { type: "claim", id: claimId, label: current.claim },
      before: { status: current.status },
      after: { status: "retracted" },
    });
    return getClaim(ctx, claimId);
  });
}
