import type { TxCtx } from "@/platform/context";

/**
 * Takes the locks of all cases of the team, in the order of their ids: for what changes something that any case may be
 * writing of at this moment. Each writer takes one case, so nobody waits in a circle.
 */
export async function lockCases(ctx: TxCtx): Promise<void> {
  await ctx.tx.$queryRaw`SELECT 1 FROM "case" WHERE team_id = ${ctx.teamId}::uuid ORDER BY id FOR NO KEY UPDATE`;
}
