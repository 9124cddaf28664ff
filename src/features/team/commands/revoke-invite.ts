import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, notFound } from "@/platform/errors";
import { canManagePeople } from "../policy";
import type { RevokeInvite } from "../schema";

/** Takes an invitation back that nobody has followed yet. Doing it twice changes nothing. */
export async function revokeInvite(ctx: Ctx, { inviteId }: z.output<typeof RevokeInvite>): Promise<null> {
  if (!canManagePeople(ctx.actor)) throw forbidden();
  await transact(ctx, async (ctx) => {
    const { teamId } = ctx;
    const invite = await ctx.tx.invite.findUnique({ where: { teamId_id: { teamId, id: inviteId } } });
    if (!invite) throw notFound("invite");
    const { count } = await ctx.tx.invite.updateMany({
      where: { teamId, id: inviteId, revokedAt: null, usedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return;
    await recordActivity(ctx, {
      verb: "invite.revoked",
      subject: { type: "invite", id: inviteId, label: invite.email ?? "whoever has the link" },
      before: { email: invite.email, role: invite.role },
    });
  });
  return null;
}
