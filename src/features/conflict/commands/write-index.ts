import { type Ctx, db, type TxCtx } from "@/platform/context";
import { keepPlan, Prisma } from "@/platform/db/client";
import { weightOf } from "../rules/weight";
import type { ConflictSummary } from "../schema";

/*
 * What was derived of a case's conflicts: `conflict_entry` has one row for each as the list shows it, `conflict_member` one
 * for each claim in one. Touches name the claims whose conflicts have to be derived anew.
 */

type Replacement = {
  /** What was seen of the touches before anything was read. */
  touches: string[];
  /** The claims whose former conflicts go, by their ids. */
  claims: string[];
  summaries: ConflictSummary[];
  members: { key: number; id: string }[];
};

/**
 * Puts what was derived in the place of what stood, in one statement and only if all the touches are there still.
 * Whether it did.
 */
export async function replaceInIndex(ctx: Ctx, caseId: string, found: Replacement): Promise<boolean> {
  const { touches, claims, summaries, members } = found;
  const [row] = await db(ctx).$queryRaw<{ done: boolean }[]>(
    keepPlan(Prisma.sql`
    WITH held AS MATERIALIZED (
      SELECT id FROM conflict_touch WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${touches}::uuid[])
      ORDER BY id FOR UPDATE),
    turn AS MATERIALIZED (SELECT TRUE AS done FROM held HAVING count(*) = ${touches.length}),
    taken AS (
      DELETE FROM conflict_touch t USING turn WHERE t.team_id = ${ctx.teamId}::uuid AND t.id = ANY(${touches}::uuid[])),
    entry AS MATERIALIZED (SELECT * FROM ${entriesOf(summaries)}),
    member AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb) AS x(key int, id uuid)),
    former AS MATERIALIZED (
      SELECT DISTINCT m.key FROM conflict_member m, turn
      WHERE m.team_id = ${ctx.teamId}::uuid AND m.claim_id = ANY(${claims}::uuid[])),
    gone AS (
      DELETE FROM conflict_entry e
      WHERE e.team_id = ${ctx.teamId}::uuid AND e.case_id = ${caseId}::uuid AND e.key = ANY(ARRAY(SELECT key FROM former))
        AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.key = e.key)),
    left_out AS (
      DELETE FROM conflict_member m
      WHERE m.team_id = ${ctx.teamId}::uuid AND m.case_id = ${caseId}::uuid AND m.key = ANY(ARRAY(SELECT key FROM former))
        AND NOT EXISTS (SELECT 1 FROM member x WHERE x.id = m.claim_id)),
    written AS (
      INSERT INTO conflict_entry (team_id, case_id, key, weight, status, inconsistent, about, assignee_id, summary)
      SELECT ${ctx.teamId}::uuid, ${caseId}::uuid, x.key, x.weight, x.status, x.inconsistent, x.about, x.assignee, x.summary
      FROM turn, entry x
      ON CONFLICT (team_id, case_id, key) DO UPDATE SET weight = excluded.weight, status = excluded.status,
        inconsistent = excluded.inconsistent, about = excluded.about, assignee_id = excluded.assignee_id,
        summary = excluded.summary),
    joined AS (
      INSERT INTO conflict_member (team_id, case_id, claim_id, key)
      SELECT ${ctx.teamId}::uuid, ${caseId}::uuid, x.id, x.key FROM turn, member x
      ON CONFLICT (team_id, claim_id) DO UPDATE SET key = excluded.key WHERE conflict_member.key <> excluded.key)
    SELECT done FROM turn`),
  );
  return row?.done ?? false;
}

/** Takes every touch of a case and drops all that was derived of it; whether anything had been touched. */
export async function emptyIndex(ctx: TxCtx, caseId: string): Promise<boolean> {
  const own = Prisma.sql`team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid`;
  const taken = await ctx.tx.$executeRaw`DELETE FROM conflict_touch WHERE ${own}`;
  if (taken === 0) return false;
  await ctx.tx.$executeRaw`
    WITH entries AS (DELETE FROM conflict_entry WHERE ${own}) DELETE FROM conflict_member WHERE ${own}`;
  return true;
}

/** Adds conflicts that are not in it. */
export async function addToIndex(
  ctx: TxCtx,
  caseId: string,
  summaries: ConflictSummary[],
  members: { key: number; number: number }[],
): Promise<void> {
  await ctx.tx.$executeRaw`
    WITH entries AS (
      INSERT INTO conflict_entry (team_id, case_id, key, weight, status, inconsistent, about, assignee_id, summary)
      SELECT ${ctx.teamId}::uuid, ${caseId}::uuid, x.key, x.weight, x.status, x.inconsistent, x.about, x.assignee, x.summary
      FROM ${entriesOf(summaries)})
    INSERT INTO conflict_member (team_id, case_id, claim_id, key)
    SELECT c.team_id, c.case_id, c.id, x.key
    FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb) AS x(key int, number int)
    JOIN claim c ON c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.number = x.number`;
}

function entriesOf(summaries: ConflictSummary[]): Prisma.Sql {
  const rows = summaries.map((summary) => {
    const { key, status, inconsistent, about, assignee } = summary;
    return { key, status, inconsistent, about, assignee: assignee?.id ?? null, weight: weightOf(summary), summary };
  });
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(key int, weight int, status conflict_status,
    inconsistent boolean, about contradiction_about[], assignee uuid, summary jsonb)`;
}
