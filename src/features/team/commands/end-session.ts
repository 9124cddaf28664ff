import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { announceRevocation } from "@/platform/auth/revocation";
import { type Ctx, transact } from "@/platform/context";
import { notFound } from "@/platform/errors";
import type { EndSession } from "../schema";

/** Signs one of the person's own browsers out. */
export function endSession(ctx: Ctx, { sessionId }: z.output<typeof EndSession>): Promise<{ ended: number }> {
  return transact(ctx, async (ctx) => {
    const { userId, name } = ctx.actor;
    const { count } = await ctx.tx.session.deleteMany({ where: { id: sessionId, userId } });
    if (count === 0) throw notFound("session");
    await announceRevocation(ctx.tx, userId);
    await recordActivity(ctx, { verb: "session.ended", subject: { type: "member", id: userId, label: name } });
    return { ended: count };
  });
}
