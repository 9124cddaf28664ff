import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { seesRelation } from "@/features/claim/queries/visible-relations";
import { claimLabel } from "@/features/claim/rules/claim-number";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import type { ListSuspicions, Suspicion } from "../schema";
import { readGroups } from "./read-groups";
import { seesDecision, shownStatus } from "./visible-marks";

type Row = Omit<Suspicion, "from" | "to" | "decidedAt" | "createdAt" | "updatedAt"> & {
  from: Omit<Suspicion["from"], "claim">;
  to: Omit<Suspicion["to"], "claim">;
  decidedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

const claimColumn = (claim: Prisma.Sql, outlet: Prisma.Sql) => Prisma.sql`json_build_object('id', ${claim}.id,
  'number', ${claim}.number, 'statement', ${claim}.statement, 'outlet', CASE WHEN ${outlet}.id IS NOT NULL
    THEN json_build_object('id', ${outlet}.id, 'name', ${outlet}.name) END)`;

const rowsOf = (ctx: Ctx, where: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT s.id::text, s.case_id::text AS "caseId", ${claimColumn(Prisma.sql`f`, Prisma.sql`fo`)} AS "from",
         ${claimColumn(Prisma.sql`t`, Prisma.sql`too`)} AS "to", s.signals, ${shownStatus(ctx)} AS status,
         CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "decidedBy",
         CASE WHEN seen.decision THEN s.decided_at END AS "decidedAt",
         CASE WHEN seen.decision THEN s.reason ELSE '' END AS reason,
         s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt"
  FROM suspicion s
  JOIN "case" k ON k.team_id = s.team_id AND k.id = s.case_id
  CROSS JOIN LATERAL (SELECT ${seesDecision(ctx)} AS decision) seen
  JOIN claim f ON f.team_id = s.team_id AND f.id = s.from_claim_id AND f.status <> 'retracted'
  JOIN claim t ON t.team_id = s.team_id AND t.id = s.to_claim_id AND t.status <> 'retracted'
  LEFT JOIN outlet fo ON fo.team_id = f.team_id AND fo.id = f.outlet_id
  LEFT JOIN outlet too ON too.team_id = t.team_id AND too.id = t.outlet_id
  LEFT JOIN "user" u ON u.id = s.decided_by_id AND seen.decision
  WHERE s.team_id = ${ctx.teamId}::uuid AND ${where}`;

const present = (row: Row): Suspicion => ({
  ...row,
  from: { ...row.from, claim: claimLabel(row.from.number) },
  to: { ...row.to, claim: claimLabel(row.to.number) },
  decidedAt: row.decidedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** The suspected copies of a case, in the order in which they were found. */
export async function listSuspicions(
  ctx: Ctx,
  caseId: string,
  { limit, cursor, status, claim }: ListSuspicions,
): Promise<Page<Suspicion>> {
  const after = decodeCursor(z.tuple([z.guid()]), cursor);
  const where = [
    await shownIn(ctx, caseId),
    after ? Prisma.sql`s.id > ${after[0]}::uuid` : null,
    status ? Prisma.sql`${shownStatus(ctx)} = ${status}` : null,
    claim ? Prisma.sql`(s.from_claim_id = ${claim}::uuid OR s.to_claim_id = ${claim}::uuid)` : null,
  ].filter((each) => each !== null);
  const rows = await rowsOf(ctx, Prisma.sql`${Prisma.join(where, " AND ")} ORDER BY s.id LIMIT ${limit + 1}`);
  const page = cutPage(rows, limit, (last) => [last.id]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}

export async function getSuspicion(ctx: Ctx, suspicionId: string): Promise<Suspicion> {
  const id = Prisma.sql`s.id = ${suspicionId}::uuid`;
  const [found] = await rowsOf(ctx, id);
  const [shown] = found ? await rowsOf(ctx, Prisma.sql`${id} AND ${await shownIn(ctx, found.caseId)}`) : [];
  if (!shown) throw notFound("suspicion");
  return present(shown);
}

/** The suspected copies among claims of a case, by their numbers, that the caller may know of. */
export async function listSuspicionsAmong(ctx: Ctx, caseId: string, numbers: number[]): Promise<Suspicion[]> {
  const among = Prisma.sql`f.number = ANY(${numbers}::int[]) AND t.number = ANY(${numbers}::int[])`;
  const rows = await rowsOf(ctx, Prisma.sql`${await shownIn(ctx, caseId)} AND ${among} ORDER BY s.id`);
  return rows.map(present);
}

/**
 * Not those that somebody has answered by recording who repeats whom. In a blind case, only those between claims of one
 * camp as the caller knows it: a suspicion tells that somebody joined them.
 */
async function shownIn(ctx: Ctx, caseId: string): Promise<Prisma.Sql> {
  const { blind } = await getCase(ctx, caseId);
  const unanswered = Prisma.sql`s.case_id = ${caseId}::uuid AND (s.status <> 'open' OR NOT EXISTS (
    SELECT 1 FROM relation r
    WHERE r.team_id = s.team_id AND r.low_claim_id = LEAST(s.from_claim_id, s.to_claim_id)
      AND r.high_claim_id = GREATEST(s.from_claim_id, s.to_claim_id) AND r.family = 'descent'
      AND r.standing IS NOT NULL AND ${seesRelation(ctx, blind)}))`;
  if (!blind) return unanswered;
  const camps = (await readGroups(ctx, caseId)).groups.flatMap((group) => group.camps);
  const places = camps.flatMap(({ claims }, camp) => claims.map((number) => ({ number, camp })));
  return Prisma.sql`${unanswered} AND EXISTS (
    SELECT 1 FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS a(number int, camp int)
    JOIN jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS b(number int, camp int) ON b.camp = a.camp
    WHERE a.number = f.number AND b.number = t.number)`;
}
