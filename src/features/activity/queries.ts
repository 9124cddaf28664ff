import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma, prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import { hashActivity } from "./commands/record-activities";
import { faultOf, type Hashed, type Head, withoutGrades } from "./rules";
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
 * a claim's grades by an assessment of one's own, its own reporting by a mark, a finding by judgements of every pair that
 * it was decided on.
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
    WHEN 'suspicion' THEN EXISTS (
      SELECT 1 FROM suspicion s
      JOIN relation own ON own.team_id = s.team_id AND own.low_claim_id = LEAST(s.from_claim_id, s.to_claim_id)
        AND own.high_claim_id = GREATEST(s.from_claim_id, s.to_claim_id)
      LEFT JOIN judgement j ON j.team_id = own.team_id AND j.relation_id = own.id AND j.user_id = ${userId}::uuid
      LEFT JOIN ruling w ON w.team_id = own.team_id AND w.relation_id = own.id AND w.user_id = ${userId}::uuid
      WHERE s.team_id = a.team_id AND s.id = a.subject_id AND (j.id IS NOT NULL OR w.relation_id IS NOT NULL))
    WHEN 'claim' THEN CASE WHEN a.verb LIKE 'claim.own_reporting%' THEN EXISTS (
      SELECT 1 FROM own_reporting m
      WHERE m.team_id = a.team_id AND m.claim_id = a.subject_id AND m.user_id = ${userId}::uuid)
    ELSE EXISTS (
      SELECT 1 FROM assessment s
      WHERE s.team_id = a.team_id AND s.claim_id = a.subject_id AND s.user_id = ${userId}::uuid) END
    -- Who is to decide what, and what was found, tells that claims conflict.
    WHEN 'conflict' THEN false
    -- A warning rests on any of these: that somebody dismissed it stays between them and who sees the same.
    WHEN 'warning' THEN false
    WHEN 'finding' THEN NOT EXISTS (
      SELECT 1 FROM finding f CROSS JOIN jsonb_array_elements(f.basis -> 'relations') decided
      JOIN relation r ON r.team_id = f.team_id AND r.id = (decided ->> 'id')::uuid
      WHERE f.team_id = a.team_id AND f.id = a.subject_id AND NOT EXISTS (
        SELECT 1 FROM relation own
        LEFT JOIN judgement j ON j.team_id = own.team_id AND j.relation_id = own.id AND j.user_id = ${userId}::uuid
        LEFT JOIN ruling w ON w.team_id = own.team_id AND w.relation_id = own.id AND w.user_id = ${userId}::uuid
        WHERE own.team_id = r.team_id AND own.low_claim_id = r.low_claim_id AND own.high_claim_id = r.high_claim_id
          AND (j.id IS NOT NULL OR w.relation_id IS NOT NULL)))
    ELSE true END`;

const activityRows = (ctx: Ctx, scopeId: string, where: Prisma.Sql, tail: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT a.id::text, a.seq, a.at, a.actor_id::text AS "actorId", a.actor_name AS "actorName", a.via::text, a.verb,
         a.subject_type AS "subjectType", a.subject_id::text AS "subjectId", a.subject, a.before, a.after, a.hash,
         (${openTo(ctx.actor.userId)}) AS open
  FROM activity a LEFT JOIN "case" k ON k.team_id = a.team_id AND k.id = a.case_id
  WHERE a.team_id = ${ctx.teamId}::uuid AND a.scope_id = ${scopeId}::uuid ${where} ${tail}`;

function present(row: Row): Activity {
  const { id, seq, via, verb, subjectType, hash } = row;
  return {
    id,
    seq,
    at: row.at.toISOString(),
    actor: { id: row.actorId, name: row.actorName },
    via,
    verb,
    subject: { type: subjectType, id: row.subjectId, label: shownLabel(row) },
    ...shownFields(row),
    hash,
  };
}

/** Of these nothing shows but that something happened; of others all but the grades. */
const WITHHELD = new Set<SubjectType>(["relation", "suspicion", "conflict", "warning", "finding"]);

/** These are named by claims, and that alone tells that they are in conflict, or in one camp. */
const NAMED_BY_CLAIM = new Set<SubjectType>(["suspicion", "conflict", "finding"]);
const shownLabel = ({ open, subjectType, subject }: Row) => (open || !NAMED_BY_CLAIM.has(subjectType) ? subject : "…");

function shownFields({ open, subjectType, verb, before, after }: Row): Pick<Activity, "before" | "after" | "withheld"> {
  if (open) return { before, after };
  // What somebody says of a claim or a pair may tell how they judge it.
  if (WITHHELD.has(subjectType) || verb.startsWith("comment.")) return { before: null, after: null, withheld: true };
  const shown = { before: withoutGrades(before), after: withoutGrades(after) };
  const withheld = JSON.stringify(shown) !== JSON.stringify({ before, after });
  return withheld ? { ...shown, withheld } : shown;
}

/** The number of the last row of a case; 0 where nothing happened yet. */
export async function latestSeq(ctx: Ctx, caseId: string): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ seq: number }[]>`
    SELECT activity_seq AS seq FROM "case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  return row?.seq ?? 0;
}

/** What happened in a case, in order. */
export async function listActivity(
  ctx: Ctx,
  caseId: string,
  { after, limit, cursor }: z.output<typeof ListActivity>,
): Promise<Page<Activity>> {
  await requireCase(ctx, caseId);
  const from = decodeCursor(z.tuple([z.int32()]), cursor)?.[0] ?? after ?? 0;
  const where = Prisma.sql`AND a.seq > ${from}`;
  const rows = await activityRows(ctx, caseId, where, Prisma.sql`ORDER BY a.seq LIMIT ${limit + 1}`);
  const page = cutPage(rows, limit, (last) => [last.seq]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}

type Latest = { limit: number; cursor?: string; subjectId?: string };

/** What happened last, newest first: in a case, or to one thing in it; a claim's history tells of its relations, too. */
export async function listLatestActivity(
  ctx: Ctx,
  caseId: string,
  { limit, cursor, subjectId }: Latest,
): Promise<Page<Activity>> {
  await requireCase(ctx, caseId);
  const before = decodeCursor(z.tuple([z.int32()]), cursor);
  const where = Prisma.join(
    [before ? Prisma.sql`AND a.seq < ${before[0]}` : Prisma.empty, subjectId ? about(ctx, subjectId) : Prisma.empty],
    " ",
  );
  const rows = await activityRows(ctx, caseId, where, Prisma.sql`ORDER BY a.seq DESC LIMIT ${limit + 1}`);
  const page = cutPage(rows, limit, (last) => [last.seq]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}

const about = (ctx: Ctx, subjectId: string) => Prisma.sql`AND a.subject_id IN (
  SELECT ${subjectId}::uuid
  UNION ALL SELECT r.id FROM relation r WHERE r.team_id = ${ctx.teamId}::uuid AND r.from_claim_id = ${subjectId}::uuid
  UNION ALL SELECT r.id FROM relation r WHERE r.team_id = ${ctx.teamId}::uuid AND r.to_claim_id = ${subjectId}::uuid)`;

/** A change by its id, of a case or of the team's own history (null). */
export async function findChange(ctx: Ctx, id: string): Promise<{ change: Activity; caseId: string | null }> {
  const [at] = await db(ctx).$queryRaw<{ scopeId: string; caseId: string | null; seq: number }[]>`
    SELECT scope_id::text AS "scopeId", case_id::text AS "caseId", seq FROM activity
    WHERE team_id = ${ctx.teamId}::uuid AND id = ${id}::uuid`;
  if (!at) throw notFound("activity");
  const [row] = await activityRows(ctx, at.scopeId, Prisma.sql`AND a.seq = ${at.seq}`, Prisma.empty);
  if (!row) throw notFound("activity");
  return { change: present(row), caseId: at.caseId };
}

/** What happened to the same thing after a change, in order. */
export async function changesSince(ctx: Ctx, scopeId: string, { seq, subject }: Activity): Promise<Activity[]> {
  const where = Prisma.sql`AND a.subject_id = ${subject.id}::uuid AND a.seq > ${seq}`;
  return (await activityRows(ctx, scopeId, where, Prisma.sql`ORDER BY a.seq`)).map(present);
}

type Own = { days: number; limit: number };

/** What the caller changed last in a case by their own hand, in order. Of a large history only the end is looked through. */
export async function listOwnChanges(ctx: Ctx, caseId: string, { days, limit }: Own): Promise<Activity[]> {
  await requireCase(ctx, caseId);
  const where = Prisma.sql`
    AND a.actor_id = ${ctx.actor.userId}::uuid AND a.via IN ('page', 'api', 'cli')
    AND a.seq > k.activity_seq - ${LOOKED_THROUGH} AND a.at > now() - make_interval(days => ${days})`;
  const rows = await activityRows(ctx, caseId, where, Prisma.sql`ORDER BY a.seq DESC LIMIT ${limit}`);
  return rows.map(present).reverse();
}

const LOOKED_THROUGH = 20_000;

/** The rows of a chain behind a number, in order. */
export const rowsBehind = async (ctx: Ctx, scopeId: string, seq: number): Promise<Activity[]> =>
  (await activityRows(ctx, scopeId, Prisma.sql`AND a.seq > ${seq}`, Prisma.sql`ORDER BY a.seq`)).map(present);

/** The number of the last row of a chain, a case's or the team's. */
export async function lastSeqOf(ctx: Ctx, scopeId: string): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ seq: number | null }[]>`
    SELECT max(seq) AS seq FROM activity WHERE team_id = ${ctx.teamId}::uuid AND scope_id = ${scopeId}::uuid`;
  return row?.seq ?? 0;
}

/** The history of an outlet, which belongs to the team and to no case, newest first. */
export async function listOutletActivity(ctx: Ctx, outletId: string, limit: number): Promise<Activity[]> {
  const where = Prisma.sql`AND a.subject_type = 'outlet' AND a.subject_id = ${outletId}::uuid`;
  return (await activityRows(ctx, ctx.teamId, where, Prisma.sql`ORDER BY a.seq DESC LIMIT ${limit}`)).map(present);
}

export async function requireCase(ctx: Ctx, caseId: string): Promise<void> {
  const rows = await db(ctx).$queryRaw<unknown[]>`
    SELECT 1 FROM "case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  if (rows.length === 0) throw notFound("case");
}

type Link = Hashed & { hash: string };
type Scope = Pick<Ctx, "teamId" | "tx">;

const BATCH = 1000;

/**
 * Proves that nothing of a case's history, or of the team's own (null), was altered: recomputes its chain from the first
 * row to the head that the case keeps, a batch at a time. Rows written meanwhile lie behind that head and do not matter.
 */
export async function verifyHistory(scope: Scope, caseId: string | null): Promise<HistoryCheck> {
  const { newest, ...head } = await readHead(scope, caseId);
  let last: Head = { seq: 0, hash: "" };
  const altered = (seq: number, why: string) => ({ rows: last.seq, firstAltered: { seq, why } });
  while (last.seq < head.seq) {
    const rows = await readChain(scope, caseId ?? scope.teamId, last.seq, head.seq);
    if (rows.length === 0) return altered(last.seq + 1, "is missing");
    for (const row of rows) {
      const why = faultOf(row, last, hashActivity);
      if (why) return altered(last.seq + 1, why);
      last = { seq: row.seq, hash: row.hash };
    }
  }
  if (last.hash !== head.hash) return altered(last.seq, "is not the row that the history ended with");
  if (newest > head.seq) return altered(head.seq + 1, "was added from outside");
  return { rows: last.seq, firstAltered: null };
}

/** The head as it is kept apart from the rows, and the newest row, seen at one moment. */
async function readHead({ teamId, tx }: Scope, caseId: string | null): Promise<Head & { newest: number }> {
  const newest = Prisma.sql`(SELECT coalesce(max(a.seq), 0) FROM activity a
    WHERE a.team_id = ${teamId}::uuid AND a.scope_id = ${caseId ?? teamId}::uuid) AS newest`;
  const from = caseId
    ? Prisma.sql`"case" WHERE team_id = ${teamId}::uuid AND id = ${caseId}::uuid`
    : Prisma.sql`team WHERE id = ${teamId}::uuid`;
  const [head] = await (tx ?? prisma()).$queryRaw<(Head & { newest: number })[]>`
    SELECT activity_seq AS seq, activity_hash AS hash, ${newest} FROM ${from}`;
  if (!head) throw notFound(caseId ? "case" : "team");
  return head;
}

async function readChain({ teamId, tx }: Scope, scopeId: string, after: number, upTo: number): Promise<Link[]> {
  const rows = await (tx ?? prisma()).$queryRaw<(Omit<Link, "at"> & { at: Date })[]>`
    SELECT team_id::text AS "teamId", scope_id::text AS "scopeId", case_id::text AS "caseId", seq, at,
           actor_id::text AS "actorId", actor_name AS "actorName", via::text, verb, subject_type AS "subjectType",
           subject_id::text AS "subjectId", subject, before, after, prev_hash AS "prevHash", hash
    FROM activity
    WHERE team_id = ${teamId}::uuid AND scope_id = ${scopeId}::uuid AND seq > ${after} AND seq <= ${upTo}
    ORDER BY seq LIMIT ${BATCH}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
