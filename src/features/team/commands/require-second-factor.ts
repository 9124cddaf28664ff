import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { announceRevocation } from "@/platform/auth/revocation";
import { hasSecondFactor } from "@/platform/auth/second-factor";
import { type Ctx, transact } from "@/platform/context";
import { AppError, forbidden } from "@/platform/errors";
import { canRequireSecondFactor } from "../policy";
import type { RequireSecondFactor } from "../schema";

type Input = z.output<typeof RequireSecondFactor> & {
  /** The owner's own session is vouched for by an identity provider. */
  viaProvider: boolean;
};

/** Lets nobody into the team without a second factor, or lets them in again. Who says so must have one themselves. */
export async function requireSecondFactor(ctx: Ctx, { required, viaProvider }: Input): Promise<null> {
  if (!canRequireSecondFactor(ctx.actor)) throw forbidden();
  if (required && !viaProvider && !(await hasSecondFactor(ctx.actor.userId)))
    throw new AppError("CONFLICT", "Set up your own second factor first: you would lock yourself out.");
  await transact(ctx, async (ctx) => {
    const { teamId: id } = ctx;
    const { count } = await ctx.tx.team.updateMany({
      where: { id, requiresSecondFactor: !required },
      data: { requiresSecondFactor: required, version: { increment: 1 } },
    });
    if (count === 0) return;
    const { name } = await ctx.tx.team.findUniqueOrThrow({ where: { id }, select: { name: true } });
    const verb = required ? "team.second_factor_required" : "team.second_factor_waived";
    await recordActivity(ctx, { verb, subject: { type: "team", id, label: name } });
    const members = await ctx.tx.membership.findMany({ where: { teamId: id }, select: { userId: true } });
    for (const { userId } of members) await announceRevocation(ctx.tx, userId);
  });
  return null;
}
