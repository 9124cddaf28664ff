import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { TxCtx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import type { Hashed } from "../rules";
import type { SubjectType } from "../schema";

export type Change = {
  /** Absent for what belongs to no case: the row joins the team's own chain. */
  caseId?: string;
  /** Past tense: `claim.recorded`. */
  verb: string;
  subject: { type: SubjectType; id: string; label: string };
  before?: object | null;
  after?: object | null;
};

/**
 * Writes the change's row in the caller's transaction and tells the listeners when that commits.
 * Takes the row lock of the case (or team), so that sequence numbers have no gap and the chain no fork.
 * Lock order everywhere: the case first, then the team.
 */
export async function recordActivity(ctx: TxCtx, change: Change): Promise<void> {
  const scopeId = change.caseId ?? ctx.teamId;
  const at = new Date();
  const head = await advance(ctx, change.caseId);
  const row: Hashed = {
    teamId: ctx.teamId,
    scopeId,
    caseId: change.caseId ?? null,
    seq: head.seq,
    at: at.toISOString(),
    actorId: ctx.actor.userId,
    actorName: ctx.actor.name,
    via: ctx.via,
    verb: change.verb,
    subjectType: change.subject.type,
    subjectId: change.subject.id,
    subject: change.subject.label,
    before: asJson(change.before),
    after: asJson(change.after),
    prevHash: head.hash,
  };
  const hash = hashActivity(row);
  await ctx.tx.activity.create({
    data: { ...row, via: ctx.via, at, before: orDbNull(row.before), after: orDbNull(row.after), hash },
  });
  await storeHead(ctx, change.caseId, hash);
  await ctx.tx.$executeRaw`SELECT pg_notify('crossbearing_activity', ${noticeOf(ctx, scopeId, head.seq)})`;
}

/** What listeners are told: enough to fetch the rows after the last one they saw. */
export const noticeOf = (ctx: TxCtx, scopeId: string, seq: number) =>
  JSON.stringify({ teamId: ctx.teamId, scopeId, seq });

/** SHA-256, in hex, of the row's canonical JSON (RFC 8785). */
export function hashActivity(row: Hashed): string {
  return createHash("sha256")
    .update(canonicalize(row) ?? "")
    .digest("hex");
}

type Head = { seq: number; hash: string };

async function advance(ctx: TxCtx, caseId: string | undefined): Promise<Head> {
  const rows = caseId
    ? await ctx.tx.$queryRaw<Head[]>`
        UPDATE "case" SET activity_seq = activity_seq + 1
        WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid RETURNING activity_seq AS seq, activity_hash AS hash`
    : await ctx.tx.$queryRaw<Head[]>`
        UPDATE team SET activity_seq = activity_seq + 1
        WHERE id = ${ctx.teamId}::uuid RETURNING activity_seq AS seq, activity_hash AS hash`;
  const head = rows[0];
  if (!head) throw new Error("activity recorded for a case or team that is not there");
  return head;
}

async function storeHead(ctx: TxCtx, caseId: string | undefined, hash: string): Promise<void> {
  if (caseId) {
    await ctx.tx
      .$executeRaw`UPDATE "case" SET activity_hash = ${hash} WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  } else {
    await ctx.tx.$executeRaw`UPDATE team SET activity_hash = ${hash} WHERE id = ${ctx.teamId}::uuid`;
  }
}

/** As it will come back from the database: dates as text, absent as null. */
export const asJson = (value: object | null | undefined): Prisma.InputJsonValue | null =>
  value == null ? null : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue);

const orDbNull = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));
