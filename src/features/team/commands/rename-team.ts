import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { type Ctx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canRenameTeam } from "../policy";
import type { RenameTeam } from "../schema";

/** Calls the team something else. Its address stays, so that no link breaks. */
export async function renameTeam(ctx: Ctx, { name }: z.output<typeof RenameTeam>): Promise<null> {
  if (!canRenameTeam(ctx.actor)) throw forbidden();
  await transact(ctx, async (ctx) => {
    const [before] = await ctx.tx.$queryRaw<{ name: string }[]>`
      SELECT name FROM team WHERE id = ${ctx.teamId}::uuid FOR NO KEY UPDATE`;
    if (before?.name === name) return;
    await ctx.tx.team.update({ where: { id: ctx.teamId }, data: { name, version: { increment: 1 } } });
    await recordActivity(ctx, {
      verb: "team.renamed",
      subject: { type: "team", id: ctx.teamId, label: name },
      before: { name: before?.name },
      after: { name },
    });
  });
  return null;
}
