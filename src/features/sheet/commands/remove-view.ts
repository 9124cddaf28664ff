import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, stale } from "@/platform/errors";
import { canChangeView } from "../policy";
import { getSavedView } from "../queries/saved-views";
import type { SavedView } from "../schema";
import { tellTeam, toldOfView } from "./save-view";

/** Forgets a view. Sheets that opened with it open as usual again. */
export async function removeView(
  ctx: Ctx,
  { viewId, version }: { viewId: string; version?: number | undefined },
): Promise<SavedView> {
  return transact(ctx, async (ctx) => {
    const { caseId } = await getSavedView(ctx, viewId);
    await lockCase(ctx, caseId);
    const current = await getSavedView(ctx, viewId);
    if (!canChangeView(ctx.actor, current)) throw forbidden();
    if (version !== undefined && version !== current.version) throw stale("view", current);
    const { teamId } = ctx;
    await ctx.tx.sheetHabit.updateMany({ where: { teamId, viewId }, data: { viewId: null } });
    await ctx.tx.savedView.delete({ where: { teamId_id: { teamId, id: viewId } } });
    if (current.shared) await tellTeam(ctx, caseId, "view.removed", current, { before: toldOfView(current) });
    return current;
  });
}
