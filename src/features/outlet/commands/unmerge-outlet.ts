import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCases } from "@/features/case/commands/lock-cases";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid } from "@/platform/errors";
import { canMergeOutlets } from "../policy";
import { getOutlet } from "../queries";
import { outletKey } from "../rules";
import { Moved } from "../rules/moved";
import type { Outlet, Reach } from "../schema";
import { lockCredit, lockTeam } from "./lock-outlets";
import { returnCarriers } from "./move-carriers";
import { creditAnew, moveArticles, moveDomains, moveNames, moveStepsAt } from "./move-parts";

type Input = { outletId: string };

/**
 * Undoes the merge by which an outlet became part of another: what the merge moved goes back, as far as it still stands
 * where the merge put it. What anybody changed in between stays as they left it.
 */
export function unmergeOutlet(ctx: Ctx, { outletId }: Input): Promise<Outlet> {
  if (!canMergeOutlets(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockCases(ctx);
    await lockTeam(ctx);
    const part = await getOutlet(ctx, outletId);
    if (!part.mergedInto) throw invalid("outlet", "is not part of another outlet");
    await lockCredit(ctx, [part.id, part.mergedInto.id]);
    const whole = await getOutlet(ctx, part.mergedInto.id);
    if (whole.mergedInto) {
      throw invalid(
        "outlet",
        `is part of ${whole.name}, which is now part of ${whole.mergedInto.name}: undo that first`,
      );
    }
    const { id, moved } = await ctx.tx.outletMerge.findFirstOrThrow({
      where: { teamId: ctx.teamId, outletId, undoneAt: null },
      select: { id: true, moved: true },
    });
    const reach = await moveBack(ctx, part, whole, Moved.parse(moved));
    await ctx.tx.outletMerge.update({
      where: { teamId_id: { teamId: ctx.teamId, id } },
      data: { undoneAt: new Date(), undoneById: ctx.actor.userId },
    });
    await recordActivity(ctx, {
      verb: "outlet.unmerged",
      subject: { type: "outlet", id: part.id, label: part.name },
      after: { from: whole.name, moved: reach },
    });
    return getOutlet(ctx, outletId);
  });
}

async function moveBack(ctx: TxCtx, part: Outlet, whole: Outlet, moved: Moved): Promise<Reach> {
  const { teamId } = ctx;
  const way = { from: whole.id, to: part.id };
  // First, or else all that goes back would follow the merge again.
  await ctx.tx.outlet.update({
    where: { teamId_id: { teamId, id: part.id } },
    data: { mergedIntoId: null, version: { increment: 1 } },
  });
  const kept = outletKey(whole.name);
  await moveNames(
    ctx,
    way,
    moved.names.filter((key) => key !== kept),
  );
  await keepOwnName(ctx, part);
  await moveDomains(ctx, way, moved.domains);
  const articles = await moveArticles(ctx, way, moved.articles);
  await moveStepsAt(ctx, way, moved.steps);
  const reach = await creditAnew(ctx, whole.id, articles);
  await returnCarriers(ctx, way, "carriers", moved.carriers);
  await returnCarriers(ctx, way, "carries", moved.carries);
  const withdrawn = await withdrawGrade(ctx, part, whole, moved.grade);
  await ctx.tx.outlet.update({
    where: { teamId_id: { teamId, id: whole.id } },
    data: { version: { increment: 1 }, ...(withdrawn && { reliability: null }) },
  });
  return reach;
}

/** An outlet goes by its own name at least. Somebody may have given it to another in between. */
async function keepOwnName(ctx: TxCtx, { id, name }: Outlet): Promise<void> {
  const { teamId } = ctx;
  const key = outletKey(name);
  await ctx.tx.outletAlias.createMany({ data: [{ teamId, key, outletId: id, name }], skipDuplicates: true });
  const taken = await ctx.tx.outletAlias.findFirst({
    where: { teamId, key, outletId: { not: id } },
    select: { outlet: { select: { name: true } } },
  });
  if (taken) throw invalid("outlet", `cannot be named “${name}” again: ${taken.outlet.name} goes by that name now`);
}

/** Takes the grade back that the merge gave, unless somebody has graded the outlet since. */
async function withdrawGrade(ctx: TxCtx, part: Outlet, whole: Outlet, gradeId: string | null): Promise<boolean> {
  if (gradeId === null) return false;
  const { teamId, actor } = ctx;
  const newest = await ctx.tx.outletGrade.findFirst({
    where: { teamId, outletId: whole.id },
    orderBy: [{ gradedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  if (newest?.id !== gradeId) return false;
  const reason = `It was ${part.name}’s, no longer part of it`;
  await ctx.tx.outletGrade.create({
    data: { teamId, outletId: whole.id, reliability: null, reason, gradedById: actor.userId },
  });
  return true;
}
