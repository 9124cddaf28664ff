import type { z } from "zod";
import { changedFields } from "@/features/activity/rules";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, stale } from "@/platform/errors";
import { canChangeView, canShareView } from "../policy";
import { getSavedView } from "../queries/saved-views";
import type { ChangeView, SavedView } from "../schema";
import { keepHabit } from "./keep-habit";
import { refuseTaken, tellTeam, toldOfView } from "./save-view";

type Input = z.output<typeof ChangeView> & { viewId: string };

/**
 * Changes what a saved view shows or is called, or for whom it is. Whether one's sheet opens with it everybody says for
 * themselves.
 */
export async function changeView(ctx: Ctx, { viewId, version, opens, ...wanted }: Input): Promise<SavedView> {
  return transact(ctx, async (ctx) => {
    const { caseId } = await getSavedView(ctx, viewId);
    await lockCase(ctx, caseId);
    const current = await getSavedView(ctx, viewId);
    if (version !== undefined && version !== current.version) throw stale("view", current);
    const asked = Object.values(wanted).some((value) => value !== undefined);
    if (asked && !canChangeView(ctx.actor, current)) throw forbidden();
    const next = {
      ...current,
      name: wanted.name ?? current.name,
      view: wanted.view ?? current.view,
      shared: wanted.shared ?? current.shared,
    };
    if (changedFields(kept(current), kept(next))) await write(ctx, current, next);
    if (opens !== undefined && opens !== current.opens) await keepHabit(ctx, caseId, { viewId: opens ? viewId : null });
    return getSavedView(ctx, viewId);
  });
}

const kept = ({ name, view, shared }: SavedView) => ({ name, view, shared });

async function write(ctx: TxCtx, current: SavedView, next: SavedView): Promise<void> {
  const { id, caseId } = current;
  if (next.shared && !canShareView(ctx.actor)) throw forbidden();
  // Taken from the team, a view is its author's again; nobody else has it then.
  if (current.shared && !next.shared && current.owner.id !== ctx.actor.userId) throw forbidden();
  await refuseTaken(ctx, { caseId, name: next.name, shared: next.shared, except: id });
  const { name, view, shared } = next;
  await ctx.tx.savedView.update({
    where: { teamId_id: { teamId: ctx.teamId, id } },
    data: { name, view, shared, version: { increment: 1 } },
  });
  if (current.shared && !shared) {
    await ctx.tx.sheetHabit.updateMany({
      where: { teamId: ctx.teamId, viewId: id, userId: { not: current.owner.id } },
      data: { viewId: null },
    });
  }
  await tell(ctx, current, next);
}

async function tell(ctx: TxCtx, current: SavedView, next: SavedView): Promise<void> {
  const [before, after] = [toldOfView(current), toldOfView(next)];
  if (!current.shared && next.shared) return tellTeam(ctx, next.caseId, "view.shared", next, { after });
  if (current.shared && !next.shared) return tellTeam(ctx, next.caseId, "view.unshared", current, { before });
  const change = next.shared ? changedFields(before, after) : null;
  if (change) await tellTeam(ctx, next.caseId, "view.changed", next, change);
}
