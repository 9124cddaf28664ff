import { getCase } from "@/features/case/queries";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Round } from "./schema";

type Row = Omit<Round, "until" | "closedAt" | "createdAt" | "updatedAt"> & {
  until: Date | null;
  closedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

/** What a judge holds but has not answered for so long goes back into the queue. */
export const ABANDONED = Prisma.sql`interval '2 hours'`;

const rounds = (ctx: Ctx, where: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT r.id::text, r.case_id::text AS "caseId", r.title, r."of"::text AS "of", r.per_unit AS "perUnit",
    (SELECT count(*)::int FROM round_unit u WHERE u.team_id = r.team_id AND u.round_id = r.id) AS units,
    (SELECT count(*)::int FROM round_unit u JOIN round_task t ON t.team_id = u.team_id AND t.unit_id = u.id
      WHERE u.team_id = r.team_id AND u.round_id = r.id AND t.state <> 'taken') AS done,
    r.closed_at IS NULL AND (r.until IS NULL OR r.until > now()) AS open, r.until, r.closed_at AS "closedAt",
    json_build_object('id', c.id, 'name', c.name) AS "drawnBy",
    (SELECT coalesce(json_agg(json_build_object('id', ju.id, 'name', ju.name, 'done', (
        SELECT count(*) FROM round_unit u JOIN round_task t ON t.team_id = u.team_id AND t.unit_id = u.id
        WHERE u.team_id = r.team_id AND u.round_id = r.id AND t.user_id = j.user_id AND t.state <> 'taken'))
        ORDER BY ju.name, ju.id), '[]')
      FROM round_judge j JOIN "user" ju ON ju.id = j.user_id
      WHERE j.team_id = r.team_id AND j.round_id = r.id) AS judges,
    r.version, r.created_at AS "createdAt", r.updated_at AS "updatedAt"
  FROM round r JOIN "user" c ON c.id = r.created_by_id
  WHERE r.team_id = ${ctx.teamId}::uuid AND ${where} ORDER BY r.id DESC`;

const present = ({ until, closedAt, createdAt, updatedAt, ...row }: Row): Round => ({
  ...row,
  until: until?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** The blind rounds of a case, the newest first, with how far they are; never with what anybody said. */
export async function listRounds(ctx: Ctx, caseId: string): Promise<Round[]> {
  await getCase(ctx, caseId);
  return (await rounds(ctx, Prisma.sql`r.case_id = ${caseId}::uuid`)).map(present);
}

export async function getRound(ctx: Ctx, roundId: string): Promise<Round> {
  const [row] = await rounds(ctx, Prisma.sql`r.id = ${roundId}::uuid`);
  if (!row) throw notFound("round");
  return present(row);
}
