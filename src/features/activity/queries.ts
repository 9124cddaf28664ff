import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import { hashActivity } from "./commands/record-activity";
import { type Hashed, withoutGrades } from "./rules";
import type { Activity, HistoryCheck, ListActivity, SubjectType } from "./schema";

type Row = {
  id: string;
  seq: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  via: Activity["via"];
  verb: string;
  subjectType: SubjectType;
  subjectId: string;
  subject: string;
  before: Activity["before"];
  after: Activity["after"];
  hash: string;
  open: boolean;
};

/**
 * In a blind case, what others judged shows only to who has judged the same: a pair of claims by a judgement or ruling,
 * a claim's grades by an assessment of one's own.
 */
const openTo = (userId: string) => Prisma.sql`
  k.blind IS NOT TRUE OR a.actor_id = ${userId}::uuid OR CASE a.subject_type
    WHEN 'relation' THEN EXISTS (
      SELECT 1 FROM relation r
      JOIN relation own ON own.team_id = r.team_id
        AND own.low_claim_id = r.low_claim_id AND own.high_claim_id = r.high_claim_id
      LEFT JOIN judgement j ON j.team_id = own.team_id AND j.relation_id = own.id AND j.user_id = ${userId}::uuid
      LEFT JOIN ruling w ON w.team_id = own.team_id AND w.relation_id = own.id AND w.user_id = ${userId}::uuid
      WHERE r.team_id = a.team_id AND r.id = a.subject_id AND (j.id IS NOT NULL OR w.relation_id IS NOT NULL))
    WHEN 'claim' THEN EXISTS (
      SELECT 1 FROM assessment s
      WHERE s.team_id = a.team_id AND s.claim_id = a.subject_id AND s.user_id = ${userId}::uuid)
    ELSE true END`;

const activityRows = (ctx: Ctx, scopeId: string, where: Prisma.Sql, tail: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT a.id::text, a.seq, a.at, a.actor_id::text AS "actorId", a.actor_name AS "actorName", a.via::text, a.verb,
         a.subject_type AS "subjectType", a.subject_id::text AS "subjectId", a.subject, a.before, a.after, a.hash,
         (${openTo(ctx.actor.userId)}) AS open
  FROM activity a LEFT JOIN "case" k ON k.team_id = a.team_id AND k.id = a.case_id
  WHERE a.team_id = ${ctx.teamId}::uuid AND a.scope_id = ${scopeId}::uuid ${where} ${tail}`;

function present(row: Row): Activity {
  const { id, seq, via, verb, subjectType, hash } = row;
  const [before, after] = shownFields(row);
  return {
    id,
    seq,
    at: row.at.toISOString(),
    actor: { id: row.actorId, name: row.actorName },
    via,
    verb,
    subject: { type: subjectType, id: row.subjectId, label: row.subject },
    before,
    after,
    hash,
  };
}

function shownFields({ open, subjectType, before, after }: Row): [Activity["before"], Activity["after"]] {
  if (open) return [before, after];
  return subjectType === "relation" ? [null, null] : [withoutGrades(before), withoutGrades(after)];
}

/** What happened in a case, in order. */
export async function listActivity(
  ctx: Ctx,
  caseId: string,
  { after, limit, cursor }: z.output<typeof ListActivity>,
): Promise<Page<Activity>> {
  await requireCase(ctx, caseId);
  const from = decodeCursor(z.tuple([z.int()]), cursor)?.[0] ?? after ?? 0;
  const where = Prisma.sql`AND a.seq > ${from}`;
  const rows = await activityRows(ctx, caseId, where, Prisma.sql`ORDER BY a.seq LIMIT ${limit + 1}`);
  const page = cutPage(rows, limit, (last) => [last.seq]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}

type Latest = { limit: number; cursor?: string; subjectId?: string };

/** What happened last, newest first: in a case, or to one thing in it. */
export async function listLatestActivity(
  ctx: Ctx,
  caseId: string,
  { limit, cursor, subjectId }: Latest,
): Promise<Page<Activity>> {
  await requireCase(ctx, caseId);
  const before = decodeCursor(z.tuple([z.int()]), cursor);
  const where = Prisma.join(
    [
      before ? Prisma.sql`AND a.seq < ${before[0]}` : Prisma.empty,
      subjectId ? Prisma.sql`AND a.subject_id = ${subjectId}::uuid` : Prisma.empty,
    ],
    " ",
  );
  const rows = await activityRows(ctx, caseId, where, Prisma.sql`ORDER BY a.seq DESC LIMIT ${limit + 1}`);
  const page = cutPage(rows, limit, (last) => [last.seq]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}

async function requireCase(ctx: Ctx, caseId: string): Promise<void> {
  const rows = await db(ctx).$queryRaw<unknown[]>`
    SELECT 1 FROM "case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  if (rows.length === 0) throw notFound("case");
}

type Head = { seq: number; hash: string };
type Link = Omit<Hashed, "at"> & { at: Date; hash: string };

const BATCH = 1000;

/** Recomputes the chain of a case, or of the team itself, from its first row to its head. */
export async function checkHistory(ctx: Ctx, caseId: string | null): Promise<HistoryCheck> {
  const head = await readHead(ctx, caseId);
  let last: Head = { seq: 0, hash: "" };
  while (last.seq < head.seq) {
    const links = await readLinks(ctx, caseId ?? ctx.teamId, last.seq, head.seq);
    for (const link of links) {
      const message = faultOf(link, last);
      if (message) return { rows: last.seq, fault: { seq: last.seq + 1, message } };
      last = { seq: link.seq, hash: link.hash };
    }
    if (links.length === 0) return { rows: last.seq, fault: { seq: last.seq + 1, message: "is missing" } };
  }
  const fits = last.hash === head.hash;
  return { rows: last.seq, fault: fits ? null : { seq: last.seq, message: "is not the one the chain ended with" } };
}

function faultOf({ hash, at, ...link }: Link, last: Head): string | null {
  if (link.seq !== last.seq + 1) return "is missing";
  if (link.prevHash !== last.hash) return "does not follow the row before it";
  return hashActivity({ ...link, at: at.toISOString() }) === hash ? null : "was altered";
}

async function readHead(ctx: Ctx, caseId: string | null): Promise<Head> {
  const rows = caseId
    ? await db(ctx).$queryRaw<Head[]>`
        SELECT activity_seq AS seq, activity_hash AS hash FROM "case"
        WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`
    : await db(ctx).$queryRaw<Head[]>`
        SELECT activity_seq AS seq, activity_hash AS hash FROM team WHERE id = ${ctx.teamId}::uuid`;
  if (!rows[0]) throw notFound(caseId ? "case" : "team");
  return rows[0];
}

const readLinks = (ctx: Ctx, scopeId: string, after: number, upTo: number) => db(ctx).$queryRaw<Link[]>`
  SELECT team_id::text AS "teamId", scope_id::text AS "scopeId", case_id::text AS "caseId", seq, at,
         actor_id::text AS "actorId", actor_name AS "actorName", via::text, verb, subject_type AS "subjectType",
         subject_id::text AS "subjectId", subject, before, after, prev_hash AS "prevHash", hash
  FROM activity
  WHERE team_id = ${ctx.teamId}::uuid AND scope_id = ${scopeId}::uuid AND seq > ${after} AND seq <= ${upTo}
  ORDER BY seq LIMIT ${BATCH}`;
