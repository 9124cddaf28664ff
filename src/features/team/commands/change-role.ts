import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { announceRevocation } from "@/platform/auth/revocation";
import { type Ctx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canManagePeople } from "../policy";
import { listMembers } from "../queries";
import type { ChangeMember, Member } from "../schema";
import { holdMember, keepAnOwner } from "./hold-people";

/** Gives a member another role, in force with their next request; open streams look again at once. */
export async function changeRole(ctx: Ctx, { userId, role }: z.output<typeof ChangeMember>): Promise<Member> {
  if (!canManagePeople(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { teamId } = ctx;
    const member = await holdMember(ctx, userId);
    if (member.role !== role) {
      await keepAnOwner(ctx, member);
      await ctx.tx.membership.update({ where: { teamId_userId: { teamId, userId } }, data: { role } });
      await announceRevocation(ctx.tx, userId);
      await recordActivity(ctx, {
        verb: "member.role_changed",
        subject: { type: "member", id: userId, label: member.name },
        before: { role: member.role },
        after: { role },
      });
    }
    const found = (await listMembers(ctx)).find(({ id }) => id === userId);
    if (!found) throw new Error("a member was lost while the team was locked");
    return found;
  });
}
