import type { TxCtx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { newId } from "@/platform/new-id";
import type { Hashed } from "../rules";
import { asJson, type Change, hashActivity, noticeOf } from "./record-activity";

/**
 * Writes the rows of many changes at once, in their order: the same rows and the same chain that `recordActivity` would
 * write one by one, of a case (which is locked already) or, without one, of the team. Listeners are told of the last.
 */
export async function recordActivities(
  ctx: TxCtx,
  caseId: string | undefined,
  changes: Omit<Change, "caseId">[],
): Promise<void> {
  if (changes.length === 0) return;
  const scopeId = caseId ?? ctx.teamId;
  const scope = caseId
    ? Prisma.sql`"case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`
    : Prisma.sql`team WHERE id = ${ctx.teamId}::uuid`;
  const [head] = await ctx.tx.$queryRaw<{ seq: number; hash: string }[]>`
    SELECT activity_seq AS seq, activity_hash AS hash FROM ${scope} FOR NO KEY UPDATE`;
  if (!head) throw new Error("activity recorded for a case or team that is not there");
  const at = new Date().toISOString();
  let { seq, hash } = head;
  const rows = changes.map(({ verb, subject, before, after }) => {
    seq += 1;
    const row: Hashed = {
      teamId: ctx.teamId,
      scopeId,
      caseId: caseId ?? null,
      seq,
      at,
      actorId: ctx.actor.userId,
      actorName: ctx.actor.name,
      via: ctx.via,
      verb,
      subjectType: subject.type,
      subjectId: subject.id,
      subject: subject.label,
      before: asJson(before),
      after: asJson(after),
      prevHash: hash,
    };
    hash = hashActivity(row);
    return { ...row, id: newId(), hash };
  });
  await ctx.tx.$executeRaw`
    INSERT INTO activity (team_id, id, scope_id, case_id, seq, at, actor_id, actor_name, via, verb,
                          subject_type, subject_id, subject, before, after, prev_hash, hash)
    SELECT x."teamId", x.id, x."scopeId", x."caseId", x.seq, x.at, x."actorId", x."actorName", x.via, x.verb,
           x."subjectType", x."subjectId", x.subject, nullif(x.before, 'null'), nullif(x.after, 'null'), x."prevHash", x.hash
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      "teamId" uuid, id uuid, "scopeId" uuid, "caseId" uuid, seq int, at timestamptz, "actorId" uuid, "actorName" text,
      via activity_via, verb text, "subjectType" text, "subjectId" uuid, subject text, before jsonb, after jsonb,
      "prevHash" text, hash text)`;
  await storeHead(ctx, caseId, { seq, hash });
  await ctx.tx.$executeRaw`SELECT pg_notify('crossbearing_activity', ${noticeOf(ctx, scopeId, seq)})`;
}

async function storeHead(ctx: TxCtx, caseId: string | undefined, { seq, hash }: { seq: number; hash: string }) {
  if (caseId) {
    await ctx.tx.$executeRaw`UPDATE "case" SET activity_seq = ${seq}, activity_hash = ${hash}
      WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  } else {
    await ctx.tx
      .$executeRaw`UPDATE team SET activity_seq = ${seq}, activity_hash = ${hash} WHERE id = ${ctx.teamId}::uuid`;
  }
}
