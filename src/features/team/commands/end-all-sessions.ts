import { recordActivity } from "@/features/activity/commands/record-activity";
import { announceRevocation } from "@/platform/auth/revocation";
import { type Ctx, transact } from "@/platform/context";

/** Signs the person out everywhere, save in the browser whose session is named. */
export function endAllSessions(ctx: Ctx, { except }: { except?: string } = {}): Promise<{ ended: number }> {
  return transact(ctx, async (ctx) => {
    const { userId, name } = ctx.actor;
    const where = except === undefined ? { userId } : { userId, id: { not: except } };
    const { count } = await ctx.tx.session.deleteMany({ where });
    if (count === 0) return { ended: 0 };
    await announceRevocation(ctx.tx, userId);
    const subject = { type: "member", id: userId, label: name } as const;
    await recordActivity(ctx, { verb: "session.all-ended", subject, after: { ended: count } });
    return { ended: count };
  });
}
