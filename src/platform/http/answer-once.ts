import { createHash } from "node:crypto";
import { type Ctx, db, type TxCtx, transact } from "../context";
import { Prisma } from "../db/client";
import { invalid } from "../errors";

const HEADER = "Idempotency-Key";
const KEPT_DAYS = 7;

export type Answer = { status: number; body: unknown };
type Row = { requestHash: string; status: number; body: unknown };

export function idempotencyKey(request: Request): string | null {
  const key = request.headers.get(HEADER);
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw invalid(HEADER, "takes 1 to 200 visible ASCII characters");
  return key;
}

type Sent = { body: unknown; file: { bytes: Uint8Array; contentType: string; filename: string } | undefined };

/** What makes two requests the same: where they go, what they ask, what they bring. */
export function hashRequest(request: Request, { body, file }: Sent): string {
  const { pathname, search } = new URL(request.url);
  const hash = createHash("sha256").update(JSON.stringify([request.method, pathname, search, body ?? null]));
  if (file) hash.update(JSON.stringify([file.contentType, file.filename])).update(file.bytes);
  return hash.digest("hex");
}

/**
 * Does the work once per key. The key's row, the work and the kept answer commit together, so a second request waits for
 * the first and then finds its answer; work that failed leaves no key behind.
 */
export function answerOnce(
  ctx: Ctx,
  key: string,
  requestHash: string,
  work: (ctx: Ctx) => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  return transact(ctx, async (ctx) => {
    if (!(await claimKey(ctx, key, requestHash))) return replay(ctx, key, requestHash);
    const answer = await work(ctx);
    await ctx.tx.idempotencyKey.update({
      where: { teamId_userId_key: { teamId: ctx.teamId, userId: ctx.actor.userId, key } },
      data: {
        status: answer.status,
        body: answer.body === null ? Prisma.JsonNull : (answer.body as Prisma.InputJsonValue),
      },
    });
    return { ...answer, replayed: false };
  });
}

/** Whether a key's answer is kept already, so that nothing need be prepared for it. */
export async function isAnswered(ctx: Ctx, key: string): Promise<boolean> {
  const rows = await db(ctx).$queryRaw<unknown[]>`
    SELECT 1 FROM idempotency_key
    WHERE team_id = ${ctx.teamId}::uuid AND user_id = ${ctx.actor.userId}::uuid AND key = ${key} AND status <> 0`;
  return rows.length > 0;
}

async function claimKey(ctx: TxCtx, key: string, requestHash: string): Promise<boolean> {
  // Skipping what others hold keeps two clean-ups from waiting for each other.
  await ctx.tx.$executeRaw`
    DELETE FROM idempotency_key WHERE (team_id, user_id, key) IN (
      SELECT team_id, user_id, key FROM idempotency_key
      WHERE team_id = ${ctx.teamId}::uuid AND created_at < now() - make_interval(days => ${KEPT_DAYS}::int)
      LIMIT 20 FOR UPDATE SKIP LOCKED)`;
  const inserted = await ctx.tx.$executeRaw`
    INSERT INTO idempotency_key (team_id, user_id, key, request_hash, status)
    VALUES (${ctx.teamId}::uuid, ${ctx.actor.userId}::uuid, ${key}, ${requestHash}, 0) ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

async function replay(ctx: TxCtx, key: string, requestHash: string): Promise<Answer & { replayed: boolean }> {
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT request_hash AS "requestHash", status, body FROM idempotency_key
    WHERE team_id = ${ctx.teamId}::uuid AND user_id = ${ctx.actor.userId}::uuid AND key = ${key}`;
  const first = rows[0];
  if (!first || first.requestHash !== requestHash) throw invalid(HEADER, "was used for a different request");
  return { status: first.status, body: first.body, replayed: true };
}
