import { z } from "zod";
import { vouchFor } from "@/platform/auth/vouch";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { begin, prisma } from "@/platform/db/client";
import { type Attempt, enqueue } from "@/platform/jobs";
import { MAIL_ATTEMPTS, mailing, sendMail } from "@/platform/mail/send-mail";
import { countUnread, listNotices } from "../queries/notices";
import { digestMail } from "../rules/digest-mail";

export const DIGESTS_TASK = "mail-digests";
export const DIGEST_TASK = "mail-digest";
/** At six in the morning, UTC; by a server that was off then, as soon as it is on. */
export const DIGESTS_CRON = `0 6 * * * ${DIGESTS_TASK} ?fill=12h`;

/** A day, less what a run may be late. */
const APART_MS = 20 * 3_600_000;
/** More than anybody reads in a mail; the rest comes with the next. */
const MAX_FRESH = 200;
/** A mail is handed over inside of it, and a mail server may take its time. */
const TRANSACTION = { maxWait: 10_000, timeout: 180_000 };

const Payload = z.object({ teamId: z.guid(), userId: z.guid() });
type Payload = z.infer<typeof Payload>;

/** The job of every morning: one for each inbox that is to be mailed, so that none waits for another. */
export async function queueDigests(): Promise<void> {
  if (!mailing()) return;
  const due = await prisma().$queryRaw<Payload[]>`
    SELECT team_id::text AS "teamId", user_id::text AS "userId" FROM membership WHERE digest ORDER BY team_id, user_id`;
  for (const { teamId, userId } of due) {
    const ctx = vouchFor({ teamId, userId, name: "", role: "viewer" }, "system");
    const when = { key: `digest ${teamId} ${userId}`, attempts: MAIL_ATTEMPTS };
    await transact(ctx, (ctx) => enqueue(ctx, DIGEST_TASK, { teamId, userId }, when));
  }
}

type Digest = {
  /** Finds what is found only by looking, before the inbox is read. */
  freshen: (ctx: Ctx) => Promise<void>;
  now?: Date;
};

/**
 * The job of one inbox: mails what has come into it since the last time and is unread, once a day, nothing where nothing
 * has. It is read when it is sent, by every attempt anew: nothing of it waits in the queue, and who may no longer look
 * into the team gets nothing. What could not be sent is news still the next day.
 */
export async function mailDigest(payload: unknown, attempt: Attempt, { freshen, now = new Date() }: Digest) {
  const { teamId, userId } = Payload.parse(payload);
  const reader = await findReader({ teamId, userId }, now);
  const home = mailing()?.home;
  if (!reader || !home) return;
  const ctx = vouchFor({ teamId, userId, name: reader.name, role: reader.role }, "system");
  await freshen(ctx);
  await begin((tx) => mailOnce({ ...ctx, tx }, { home, now, attempt }), TRANSACTION);
}

type Sending = { home: string; now: Date; attempt: Attempt };

/** The lock is not one of the membership, whose role others change while a mail server takes its time. */
async function mailOnce(ctx: TxCtx, { home, now, attempt }: Sending): Promise<void> {
  const { teamId, actor } = ctx;
  const about = `digest ${teamId} ${actor.userId}`;
  const [lock] = await ctx.tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${about}, 0)) AS taken`;
  const reader = lock?.taken ? await findReader({ teamId, userId: actor.userId }, now, ctx.tx) : null;
  if (!reader) return;
  // By what was mailed and not by when it was written: in a blind case one may hear of something long after that.
  const { items: fresh } = await listNotices(ctx, { unread: true, unmailed: true, limit: MAX_FRESH });
  if (fresh.length === 0) return;
  const { email, team, slug } = reader;
  const mail = digestMail({ fresh, unread: await countUnread(ctx), team, home: `${home}/${slug}` });
  const day = now.toISOString().slice(0, 10);
  if ((await sendMail({ ...mail, to: email, about: `${about} ${day}` }, attempt)) === "failed") return;
  await ctx.tx.$executeRaw`
    UPDATE notice SET mailed_at = ${now}
    WHERE team_id = ${teamId}::uuid AND id = ANY(${fresh.map(({ id }) => id)}::uuid[])`;
  const where = { teamId_userId: { teamId, userId: actor.userId } };
  await ctx.tx.membership.update({ where, data: { digestedAt: now } });
}

type Reader = { role: Ctx["actor"]["role"]; name: string; email: string; team: string; slug: string };

/** A member who asked for it and got none today. Not one who signs in without the second factor that the team asks for. */
async function findReader(
  { teamId, userId }: Payload,
  now: Date,
  tx = prisma() as TxCtx["tx"],
): Promise<Reader | null> {
  const [row] = await tx.$queryRaw<Reader[]>`
    SELECT m.role::text, u.name, u.email, t.name AS team, t.slug
    FROM membership m JOIN "user" u ON u.id = m.user_id JOIN team t ON t.id = m.team_id
    WHERE m.team_id = ${teamId}::uuid AND m.user_id = ${userId}::uuid AND m.digest
      AND (m.digested_at IS NULL OR m.digested_at < ${new Date(now.getTime() - APART_MS)})
      AND (NOT t.requires_second_factor
        OR EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
        OR EXISTS (SELECT 1 FROM identity i WHERE i.user_id = u.id))`;
  return row ?? null;
}
