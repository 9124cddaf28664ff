import type { TxCtx } from "@/platform/context";

/**
 * What is written in the rest of this transaction was said elsewhere: whether it was said blindly the rows tell
 * themselves, and not the triggers that watch over what is said here.
 */
export async function bringBlindly(ctx: TxCtx): Promise<void> {
  await ctx.tx.$queryRaw`SELECT set_config('crossbearing.brought', 'on', TRUE)`;
}
