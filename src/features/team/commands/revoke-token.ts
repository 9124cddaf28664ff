import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { announceRevocation } from "@/platform/auth/revocation";
import { type Ctx, transact } from "@/platform/context";
import { notFound } from "@/platform/errors";
import { canRevokeToken } from "../policy";
import type { RevokeToken } from "../schema";

/** Ends a token at once, in every process. Ending an ended one changes nothing. */
export function revokeToken(ctx: Ctx, { tokenId }: z.output<typeof RevokeToken>): Promise<{ id: string }> {
  return transact(ctx, async (ctx) => {
    const where = { teamId_id: { teamId: ctx.teamId, id: tokenId } };
    const token = await ctx.tx.apiToken.findUnique({ where });
    if (!token || !canRevokeToken(ctx.actor, token.userId)) throw notFound("token");
    const { count } = await ctx.tx.apiToken.updateMany({
      where: { teamId: ctx.teamId, id: tokenId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return { id: tokenId };
    await announceRevocation(ctx.tx, token.userId);
    await recordActivity(ctx, {
      verb: "token.revoked",
      subject: { type: "token", id: tokenId, label: token.name },
      before: { name: token.name, hint: token.hint },
    });
    return { id: tokenId };
  });
}
