import { z } from "zod";
import type { Role } from "@/platform/actor";
import { seal, unseal } from "@/platform/auth/sealed";
import type { TxCtx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type Attempt, enqueue } from "@/platform/jobs";
import { MAIL_ATTEMPTS, mailing, sendMail } from "@/platform/mail/send-mail";
import { inviteMail } from "../rules/invite-mail";

export const MAIL_INVITE_TASK = "mail-invite";

const Payload = z.object({ teamId: z.guid(), inviteId: z.guid(), sealed: z.base64() });

const PURPOSE = "invitation by mail";

/** In a day. Anybody may make a team and name it: this installation is not to be what sends their words to everybody. */
const MAX_BY_ONE = 50;
const MAX_TO_ONE = 3;

/** Whether an invitation to this address can go by mail now. */
export async function canMailInvite({ tx, actor }: TxCtx, email: string): Promise<boolean> {
  if (!mailing()) return false;
  const since = { mail: { not: null }, createdAt: { gt: new Date(Date.now() - 86_400_000) } };
  const byOne = await tx.invite.count({ where: { ...since, createdById: actor.userId } });
  const toOne = await tx.invite.count({ where: { ...since, email } });
  return byOne < MAX_BY_ONE && toOne < MAX_TO_ONE;
}

/** Mails an invitation once it stands. Its secret waits sealed: a copy of the queue opens no team. */
export async function queueInvite(ctx: TxCtx, inviteId: string, secret: string): Promise<void> {
  const sealed = Buffer.from(seal(PURPOSE, inviteId, Buffer.from(secret))).toString("base64");
  const payload = { teamId: ctx.teamId, inviteId, sealed } satisfies z.input<typeof Payload>;
  await enqueue(ctx, MAIL_INVITE_TASK, payload, { key: `mail invite ${inviteId}`, attempts: MAIL_ATTEMPTS });
}

/** The job. What was used, taken back or ended meanwhile is not sent. */
export async function mailInvite(payload: unknown, attempt: Attempt): Promise<void> {
  const { teamId, inviteId, sealed } = Payload.parse(payload);
  const invite = await findQueued(teamId, inviteId);
  if (!invite) return;
  const secret = unseal(PURPOSE, inviteId, Buffer.from(sealed, "base64"));
  const home = mailing()?.home ?? "";
  const mail = inviteMail({ ...invite, home, link: `${home}/join/${secret}` });
  // Sealed under another AUTH_SECRET, it is lost; the page says so, and a new one can be made.
  const state = secret ? await sendMail({ ...mail, to: invite.email, about: `invite ${inviteId}` }, attempt) : "failed";
  await prisma().invite.updateMany({ where: { teamId, id: inviteId }, data: { mail: state } });
}

type Queued = { email: string; role: Role; expiresAt: Date; team: string; invitedBy: string };

async function findQueued(teamId: string, id: string): Promise<Queued | null> {
  const [row] = await prisma().$queryRaw<Queued[]>`
    SELECT i.email, i.role::text, i.expires_at AS "expiresAt", t.name AS team, u.name AS "invitedBy"
    FROM invite i JOIN team t ON t.id = i.team_id JOIN "user" u ON u.id = i.created_by_id
    WHERE i.team_id = ${teamId}::uuid AND i.id = ${id}::uuid AND i.mail = 'queued' AND i.email IS NOT NULL
      AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()`;
  return row ?? null;
}
