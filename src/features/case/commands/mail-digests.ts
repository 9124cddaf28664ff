import { vouchFor } from "@/platform/auth/vouch";
import { type Ctx, transact } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { queueMail } from "@/platform/mail/mail-task";
import { mailOrigin } from "@/platform/mail/send-mail";
import { listNotices } from "../queries/notices";
import { tellNotice } from "../rules/tell-notice";

export const DIGEST_TASK = "mail-digests";
/** At six in the morning, UTC. */
export const DIGEST_CRON = `0 6 * * * ${DIGEST_TASK}`;

const SHOWN = 20;
/** A day, less what a run may be late. */
const APART_MS = 20 * 3_600_000;

type Subscriber = { teamId: string; userId: string; role: Ctx["actor"]["role"]; name: string };

/**
 * Mails to everybody who asked for it what has come into their inbox since the last time and is unread; nothing where
 * nothing has. `freshen` finds what is found only by looking. Several processes, and a run that is repeated, mail once.
 */
export async function mailDigests(freshen: (ctx: Ctx) => Promise<void>, now = new Date()): Promise<number> {
  const origin = mailOrigin();
  if (!origin) return 0;
  const due = await prisma().$queryRaw<Subscriber[]>`
    SELECT m.team_id::text AS "teamId", m.user_id::text AS "userId", m.role::text, u.name
    FROM membership m JOIN "user" u ON u.id = m.user_id
    WHERE m.digest AND (m.digested_at IS NULL OR m.digested_at < ${new Date(now.getTime() - APART_MS)})
    ORDER BY m.team_id, m.user_id`;
  let mailed = 0;
  for (const each of due) {
    const ctx = vouchFor(each, "system");
    await freshen(ctx);
    if (await mailDigest(ctx, origin, now)) mailed++;
  }
  return mailed;
}

function mailDigest(ctx: Ctx, origin: string, now: Date): Promise<boolean> {
  const { teamId, actor } = ctx;
  return transact(ctx, async (ctx) => {
    const [member] = await ctx.tx.$queryRaw<{ since: Date | null; email: string; slug: string; team: string }[]>`
      SELECT m.digested_at AS since, u.email, t.slug, t.name AS team FROM membership m
      JOIN "user" u ON u.id = m.user_id JOIN team t ON t.id = m.team_id
      WHERE m.team_id = ${teamId}::uuid AND m.user_id = ${actor.userId}::uuid AND m.digest FOR UPDATE OF m SKIP LOCKED`;
    if (!member || (member.since && now.getTime() - member.since.getTime() < APART_MS)) return false;
    const { items } = await listNotices(ctx, { unread: true, limit: SHOWN + 1 });
    const since = member.since?.toISOString() ?? "";
    const fresh = items.filter(({ createdAt }) => createdAt > since);
    if (fresh.length === 0) return false;
    await ctx.tx.membership.update({
      where: { teamId_userId: { teamId, userId: actor.userId } },
      data: { digestedAt: now },
    });
    const lines = fresh.slice(0, SHOWN).map((notice) => `- ${tellNotice(notice)}`);
    const home = `${origin}/${member.slug}`;
    await queueMail(ctx, `digest ${teamId} ${actor.userId}`, {
      to: member.email,
      subject:
        fresh.length === 1 ? `One notice in ${member.team}` : `${countOf(fresh.length)} notices in ${member.team}`,
      text: [
        [...lines, ...(fresh.length > SHOWN ? ["- and more"] : [])].join("\n"),
        `Your inbox: ${home}/inbox`,
        `You asked for this once a day. To end it: ${home}/settings#mail`,
      ].join("\n\n"),
    });
    return true;
  });
}

const countOf = (count: number) => (count > SHOWN ? `More than ${SHOWN}` : String(count));
