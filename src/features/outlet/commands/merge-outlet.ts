import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCases } from "@/features/case/commands/lock-cases";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { AppError, forbidden, invalid, refuse, stale } from "@/platform/errors";
import { canMergeOutlets } from "../policy";
import { getOutlet } from "../queries";
import type { Moved } from "../rules/moved";
import { refuseMerge } from "../rules/refuse-merge";
import type { MergeOutlet, Outlet } from "../schema";
import { lockCredit, lockTeam } from "./lock-outlets";
import { moveCarriers } from "./move-carriers";
import { creditAnew, moveArticles, moveDomains, moveNames, moveSteps } from "./move-parts";

type Input = z.output<typeof MergeOutlet> & { outletId: string };

/**
 * Makes an outlet part of another: names, domains, articles, attributions, claims and carriers move there. Its grades
 * stay its own and are told among the other's; only where the other has none does the grade stand for it, too.
 */
export function mergeOutlet(ctx: Ctx, { outletId, into, version }: Input): Promise<Outlet> {
  if (!canMergeOutlets(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockCases(ctx);
    await lockTeam(ctx);
    await lockCredit(ctx, [outletId, into]);
    const part = await getOutlet(ctx, outletId);
    const whole = await findWhole(ctx, into);
    if (version !== undefined && version !== part.version) throw stale("outlet", part);
    refuse(refuseMerge(part, whole));
    await merge(ctx, part, whole);
    return getOutlet(ctx, into);
  });
}

async function findWhole(ctx: TxCtx, into: string): Promise<Outlet> {
  try {
    return await getOutlet(ctx, into);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") throw invalid("into", "is not an outlet of this team");
    throw error;
  }
}

async function merge(ctx: TxCtx, part: Outlet, whole: Outlet): Promise<void> {
  const { teamId, actor } = ctx;
  const way = { from: part.id, to: whole.id };
  const names = await moveNames(ctx, way);
  const domains = await moveDomains(ctx, way);
  const articles = await moveArticles(ctx, way);
  const steps = await moveSteps(ctx, way);
  const reach = await creditAnew(ctx, part.id, articles);
  const carriers = await moveCarriers(ctx, way, "carriers");
  const carries = await moveCarriers(ctx, way, "carries");
  const grade = await takeOverGrade(ctx, part, whole);
  const moved: Moved = { names, domains, articles: articles.map(({ id }) => id), steps, carriers, carries, grade };
  await ctx.tx.outletMerge.create({
    data: { teamId, outletId: part.id, intoId: whole.id, moved, mergedById: actor.userId },
  });
  await ctx.tx.outlet.update({
    where: { teamId_id: { teamId, id: part.id } },
    data: { mergedIntoId: whole.id, version: { increment: 1 } },
  });
  await ctx.tx.outlet.update({
    where: { teamId_id: { teamId, id: whole.id } },
    data: { version: { increment: 1 }, ...(grade && { reliability: part.reliability }) },
  });
  await recordActivity(ctx, {
    verb: "outlet.merged",
    subject: { type: "outlet", id: part.id, label: part.name },
    after: { into: whole.name, moved: reach },
  });
}

async function takeOverGrade(ctx: TxCtx, part: Outlet, whole: Outlet): Promise<string | null> {
  if (whole.reliability !== null || part.reliability === null) return null;
  const { id } = await ctx.tx.outletGrade.create({
    data: {
      teamId: ctx.teamId,
      outletId: whole.id,
      reliability: part.reliability,
      reason: `Taken over from ${part.name}, merged into it`,
      gradedById: ctx.actor.userId,
    },
    select: { id: true },
  });
  return id;
}
