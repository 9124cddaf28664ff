import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { announceRevocation } from "@/platform/auth/revocation";
import { type Ctx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canRemoveMember } from "../policy";
import type { RemoveMember } from "../schema";
import { holdMember, keepAnOwner } from "./hold-people";

/**
 * Takes somebody out of the team, or oneself. What they entered stays, with their name; their tokens of this team end, and
 * every page and stream of it that they have open is refused from now on.
 */
export async function removeMember(ctx: Ctx, { userId }: z.output<typeof RemoveMember>): Promise<null> {
  if (!canRemoveMember(ctx.actor, userId)) throw forbidden();
  await transact(ctx, async (ctx) => {
    const { teamId } = ctx;
    const member = await holdMember(ctx, userId);
    await keepAnOwner(ctx, member);
    await ctx.tx.membership.delete({ where: { teamId_userId: { teamId, userId } } });
    await ctx.tx.apiToken.updateMany({ where: { teamId, userId, revokedAt: null }, data: { revokedAt: new Date() } });
    await announceRevocation(ctx.tx, userId);
    await recordActivity(ctx, {
      verb: userId === ctx.actor.userId ? "member.left" : "member.removed",
      subject: { type: "member", id: userId, label: member.name },
      before: { role: member.role },
    });
  });
  return null;
}
