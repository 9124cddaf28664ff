import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, stale } from "@/platform/errors";
import { canRetractClaim } from "../policy";
import { getClaim } from "../queries";
import type { Claim } from "../schema";
import { findCaseOfClaim } from "./find-case-of-claim";

type Input = { claimId: string; version?: number | undefined };

/** Brings a retracted claim back with the status it had; its relations were kept. */
export async function restoreClaim(ctx: Ctx, { claimId, version }: Input): Promise<Claim> {
  if (!canRetractClaim(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const caseId = await findCaseOfClaim(ctx, claimId);
    await lockCase(ctx, caseId);
    const current = await getClaim(ctx, claimId);
    if (version !== undefined && version !== current.version) throw stale("claim", current);
    if (current.status !== "retracted") return current;
    await ctx.tx.$executeRaw`
      UPDATE claim SET status = status_before, status_before = NULL, version = version + 1, updated_at = now()
      WHERE team_id = ${ctx.teamId}::uuid AND id = ${claimId}::uuid AND version = ${current.version}`;
    const restored = await getClaim(ctx, claimId);
    await recordActivity(ctx, {
      caseId,
      verb: "claim.restored",
      subject: { type: "claim", id: claimId, label: current.claim },
      before: { status: "retracted" },
      after: { status: restored.status },
    });
    return restored;
  });
}
