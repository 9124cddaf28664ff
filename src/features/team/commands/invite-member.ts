import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { hashSecret, makeSecret } from "@/platform/auth/secrets";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, invalid } from "@/platform/errors";
import { canManagePeople } from "../policy";
import type { InviteMember, MadeInvite } from "../schema";
import { canMailInvite, queueInvite } from "./mail-invite";

const DAYS = 7;

/** Makes a link by which one person joins with this role: once, within a week. It is mailed too, where that can be. */
export async function inviteMember(
  ctx: Ctx,
  { email = null, role }: z.output<typeof InviteMember>,
): Promise<MadeInvite> {
  if (!canManagePeople(ctx.actor)) throw forbidden();
  const secret = makeSecret();
  return transact(ctx, async (ctx) => {
    const { teamId, actor } = ctx;
    if (email && (await ctx.tx.membership.findFirst({ where: { teamId, user: { email } }, select: { userId: true } })))
      throw invalid("email", "belongs to a member of this team already");
    const mail = email !== null && (await canMailInvite(ctx, email)) ? ("queued" as const) : null;
    const row = await ctx.tx.invite.create({
      data: {
        teamId,
        email,
        role,
        mail,
        tokenHash: hashSecret(secret),
        createdById: actor.userId,
        expiresAt: new Date(Date.now() + DAYS * 86_400_000),
      },
    });
    if (mail) await queueInvite(ctx, row.id, secret);
    await recordActivity(ctx, {
      verb: "invite.made",
      subject: { type: "invite", id: row.id, label: email ?? "whoever has the link" },
      after: { email, role },
    });
    return {
      id: row.id,
      email,
      role,
      invitedBy: { id: actor.userId, name: actor.name },
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      mail,
      path: `/join/${secret}`,
      mailed: mail !== null,
    };
  });
}
