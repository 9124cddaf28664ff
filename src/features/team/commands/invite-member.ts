import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { hashSecret, makeSecret } from "@/platform/auth/secrets";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid } from "@/platform/errors";
import { queueMail } from "@/platform/mail/mail-task";
import { mailOrigin, plainName } from "@/platform/mail/send-mail";
import { canManagePeople } from "../policy";
import type { InviteMember, MadeInvite } from "../schema";

const DAYS = 7;

/** Makes a link by which one person joins with this role: once, within a week. It is mailed too, where mail is set up. */
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
    const row = await ctx.tx.invite.create({
      data: {
        teamId,
        email,
        role,
        tokenHash: hashSecret(secret),
        createdById: actor.userId,
        expiresAt: new Date(Date.now() + DAYS * 86_400_000),
      },
    });
    await recordActivity(ctx, {
      verb: "invite.made",
      subject: { type: "invite", id: row.id, label: email ?? "whoever has the link" },
      after: { email, role },
    });
    const path = `/join/${secret}`;
    return {
      id: row.id,
      email,
      role,
      invitedBy: { id: actor.userId, name: actor.name },
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      path,
      mailed: email !== null && (await mailInvitation(ctx, { id: row.id, email, role, path })),
    };
  });
}

type Invitation = { id: string; email: string; role: string; path: string };

/** Whether it is on its way: not where this installation does not mail. */
async function mailInvitation(ctx: TxCtx, { id, email, role, path }: Invitation): Promise<boolean> {
  const origin = mailOrigin();
  if (!origin) return false;
  const { name } = await ctx.tx.team.findUniqueOrThrow({ where: { id: ctx.teamId }, select: { name: true } });
  const [inviter, team] = [plainName(ctx.actor.name), plainName(name)];
  await queueMail(ctx, `invite ${id}`, {
    to: email,
    subject: `An invitation to ${team}`,
    text: [
      `${inviter} invites you to the team ${team} in Crossbearing, as ${role}.`,
      "Follow this link to join. It works once, within a week, and is for you alone:",
      `${origin}${path}`,
      "If you do not know who this is, do nothing: without the link nobody joins in your name.",
    ].join("\n\n"),
  });
  return true;
}
