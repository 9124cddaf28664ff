import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import type { ViewColumn } from "../schema";

/** Remembers how the actor likes the sheet of a case; nobody else's business, so the history does not tell. */
export async function keepHabit(
  ctx: TxCtx,
  caseId: string,
  habit: { viewId?: string | null; columns?: ViewColumn[] },
): Promise<void> {
  const which = { teamId: ctx.teamId, caseId, userId: ctx.actor.userId };
  await ctx.tx.sheetHabit.upsert({
    where: { teamId_caseId_userId: which },
    create: { ...which, ...habit },
    update: habit,
  });
}

/** The columns of the sheet that has no name, as this person arranged them. */
export async function keepColumns(
  ctx: Ctx,
  { caseId, columns }: { caseId: string; columns: ViewColumn[] },
): Promise<ViewColumn[]> {
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, caseId);
    await keepHabit(ctx, caseId, { columns });
    return columns;
  });
}
