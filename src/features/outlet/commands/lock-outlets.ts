import type { TxCtx } from "@/platform/context";
import { notFound } from "@/platform/errors";

/** Before outlets or their names are written, not after: who creates two outlets would wait for another's names. */
export async function lockTeam(ctx: TxCtx): Promise<void> {
  await ctx.tx.$executeRaw`SELECT 1 FROM team WHERE id = ${ctx.teamId}::uuid FOR NO KEY UPDATE`;
}

/** Keeps one outlet from being changed by another hand. */
export async function lockOutlet(ctx: TxCtx, outletId: string): Promise<void> {
  const rows = await ctx.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM outlet WHERE team_id = ${ctx.teamId}::uuid AND id = ${outletId}::uuid FOR NO KEY UPDATE`;
  if (rows.length === 0) throw notFound("outlet");
}

/**
 * Keeps outlets from being changed and from being credited anew. Who is about to credit one waits, and then follows it
 * to where it was merged: the database does that (see follow_merged_outlet).
 */
export async function lockCredit(ctx: TxCtx, outletIds: string[]): Promise<void> {
  await ctx.tx.$executeRaw`
    SELECT 1 FROM outlet WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${outletIds}::uuid[]) ORDER BY id FOR UPDATE`;
}
