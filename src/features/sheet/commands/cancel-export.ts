import { type Ctx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canCancelExport } from "../policy";
import { getExport } from "../queries/exports";
import type { Export } from "../schema";

/**
 * Ends an export that is running, in whatever process: its writer notices within a second and records it in the history.
 * One that is over stays as it is.
 */
export function cancelExport(ctx: Ctx, { exportId }: { exportId: string }): Promise<Export> {
  return transact(ctx, async (ctx) => {
    const found = await getExport(ctx, exportId);
    if (!canCancelExport(ctx.actor, found)) throw forbidden("Who began an export may end it, or a lead.");
    await ctx.tx.export.updateMany({
      where: { teamId: ctx.teamId, id: exportId, status: "running" },
      data: { status: "broken_off", finishedAt: new Date(), version: { increment: 1 } },
    });
    return getExport(ctx, exportId);
  });
}
