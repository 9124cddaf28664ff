import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { TxCtx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { newId } from "@/platform/new-id";
import type { Hashed } from "../rules";
import type { Verb } from "../rules/tell-activity";
import type { SubjectType } from "../schema";

export type Change = {
  /** Past tense: `claim.recorded`. One that no page can tell is refused here. */
  verb: Verb;
  subject: { type: SubjectType; id: string; label: string };
  before?: object | null;
  after?: object | null;
};

type Head = { seq: number; hash: string };

/**
 * Writes the rows of changes in their order, of a case or, without one, of the team. Takes the row lock of the case (or
 * team), so that sequence numbers have no gap and the chain no fork. Two statements, however many changes: every command
 * that writes ends here. Listeners are told of the last.
 */
export async function recordActivities(ctx: TxCtx, caseId: string | undefined, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const scope = caseId
    ? Prisma.sql`"case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`
    : Prisma.sql`team WHERE id = ${ctx.teamId}::uuid`;
  const [head] = await ctx.tx.$queryRaw<Head[]>`
    SELECT activity_seq AS seq, activity_hash AS hash FROM ${scope} FOR NO KEY UPDATE`;
  if (!head) throw new Error("activity recorded for a case or team that is not there");
  await store(ctx, caseId, link(ctx, caseId, changes, head));
}

type Row = Hashed & { id: string; hash: string };

/** The rows, each sealed with the hash of the one before. */
function link(ctx: TxCtx, caseId: string | undefined, changes: Change[], head: Head): Row[] {
  const at = new Date().toISOString();
  let { seq, hash } = head;
  const scopeId = caseId ?? ctx.teamId;
  const setsBack = ctx.setsBack?.scopeId === scopeId ? { setsBack: ctx.setsBack.seq } : null;
  return changes.map(({ verb, subject, before, after }) => {
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
      after: asJson(setsBack ? { ...after, ...setsBack } : after),
      prevHash: hash,
    };
    hash = hashActivity(row);
    return { ...row, id: newId(), hash };
  });
}

async function store(ctx: TxCtx, caseId: string | undefined, rows: Row[]): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  const head = Prisma.sql`SET activity_seq = ${last.seq}, activity_hash = ${last.hash}`;
  const moved = caseId
    ? Prisma.sql`UPDATE "case" ${head} WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`
    : Prisma.sql`UPDATE team ${head} WHERE id = ${ctx.teamId}::uuid`;
  await ctx.tx.$executeRaw`
    WITH written AS (
      INSERT INTO activity (team_id, id, scope_id, case_id, seq, at, actor_id, actor_name, via, verb,
                            subject_type, subject_id, subject, before, after, prev_hash, hash)
      SELECT x."teamId", x.id, x."scopeId", x."caseId", x.seq, x.at, x."actorId", x."actorName", x.via, x.verb,
             x."subjectType", x."subjectId", x.subject, nullif(x.before, 'null'), nullif(x.after, 'null'), x."prevHash", x.hash
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
        "teamId" uuid, id uuid, "scopeId" uuid, "caseId" uuid, seq int, at timestamptz, "actorId" uuid, "actorName" text,
        via activity_via, verb text, "subjectType" text, "subjectId" uuid, subject text, before jsonb, after jsonb,
        "prevHash" text, hash text)),
    moved AS (${moved})
    SELECT pg_notify('crossbearing_activity', ${noticeOf(ctx, last)})`;
}

/** What listeners are told: enough to fetch the rows after the last one they saw. */
const noticeOf = ({ teamId }: TxCtx, { scopeId, seq }: Row) => JSON.stringify({ teamId, scopeId, seq });

/** SHA-256, in hex, of the row's canonical JSON (RFC 8785). */
export function hashActivity(row: Hashed): string {
  return createHash("sha256")
    .update(canonicalize(row) ?? "")
    .digest("hex");
}

/** As it will come back from the database: dates as text, absent as null. */
const asJson = (value: object | null | undefined): unknown =>
  value == null ? null : JSON.parse(JSON.stringify(value));
