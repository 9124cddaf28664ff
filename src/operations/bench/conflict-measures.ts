import { refreshConflicts } from "@/features/conflict/commands/refresh-conflicts";
import { getConflict } from "@/features/conflict/queries/get-conflict";
import { listConflicts } from "@/features/conflict/queries/list-conflicts";
import { ListConflicts } from "@/features/conflict/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { pool } from "@/platform/db/pool";
import type { Measure } from "./measures";

const PAGE = `SELECT e.weight, e.key, e.summary FROM conflict_entry e WHERE e.team_id = $1 AND e.case_id = $2
  ORDER BY e.weight DESC, e.key LIMIT 51`;

/** How long the whole index takes to fill from nothing, in seconds, and how many conflicts are in it. */
export async function fillIndex(ctx: Ctx, caseId: string): Promise<{ seconds: number; conflicts: number }> {
  const scope = { teamId: ctx.teamId, caseId };
  await prisma().conflictEntry.deleteMany({ where: scope });
  await prisma().conflictMember.deleteMany({ where: scope });
  await prisma().$executeRaw`INSERT INTO conflict_touch (team_id, case_id, claim_id)
    SELECT team_id, case_id, low_claim_id FROM relation WHERE case_id = ${caseId}::uuid`;
  const start = performance.now();
  await refreshConflicts(ctx, caseId);
  const seconds = (performance.now() - start) / 1000;
  await prisma().$executeRaw`ANALYZE conflict_entry, conflict_member, conflict_touch`;
  const conflicts = await prisma().conflictEntry.count({ where: { teamId: ctx.teamId, caseId } });
  return { seconds, conflicts };
}

/** Reading conflicts, and reading them just after something changed, against the least SQL for the same rows. */
export async function conflictMeasures(ctx: Ctx, caseId: string, claims: number): Promise<Measure[]> {
  const scope = [ctx.teamId, caseId];
  const page = () => pool().query(PAGE, scope);
  const first = () => listConflicts(ctx, caseId, ListConflicts.parse({}));
  const { rows } = await pool().query<{ id: string; number: number }>(
    "SELECT id::text, number FROM claim WHERE team_id = $1 AND case_id = $2 ORDER BY number",
    scope,
  );
  const pairs = pairsOf(rows.map(({ id }) => id));
  const links = pairsOf(rows.map(({ id }) => id).reverse());
  return [
    { name: "first page of conflicts", ours: first, plain: page },
    {
      name: "one conflict with its camps and quotes",
      ours: () => getConflict(ctx, caseId, Math.floor(claims / 2)),
      plain: () => pool().query(MEMBERS, [...scope, Math.floor(claims / 2)]),
    },
    {
      name: "add a relation, then the first page of conflicts",
      ours: async () => {
        const [from, to] = pairs();
        await recordRelation(ctx, { caseId, from, to, kind: "contradicts" });
        await first();
      },
      plain: async () => {
        await addRelation(ctx, caseId, links());
        await page();
      },
    },
    {
      name: "add a relation",
      ours: async () => {
        const [from, to] = pairs();
        await recordRelation(ctx, { caseId, from, to, kind: "agrees" });
      },
      plain: () => addRelation(ctx, caseId, links()),
    },
  ];
}

const MEMBERS = `SELECT c.*, q.exact, a.title FROM conflict_member m
  JOIN conflict_member o ON o.team_id = m.team_id AND o.case_id = m.case_id AND o.key = m.key
  JOIN claim c ON c.team_id = o.team_id AND c.id = o.claim_id
  LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
  LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
  WHERE m.team_id = $1 AND m.case_id = $2 AND m.claim_id = (
    SELECT id FROM claim WHERE team_id = $1 AND case_id = $2 AND number = $3)`;

/** Pairs of claims that nobody has related yet, from the first event on: each call gives the next. */
function pairsOf(ids: string[]): () => [string, string] {
  let at = 0;
  return () => {
    const [from = "", to = ""] = [ids[at], ids[at + 15]];
    at += 20;
    return [from, to];
  };
}

/**
 * The rows that a recorded relation leaves, in one transaction and without a rule: relation, judgement, and the activity
 * behind the last one, with a hash that says nothing.
 */
async function addRelation(ctx: Ctx, caseId: string, [from, to]: [string, string]): Promise<void> {
  const client = await pool().connect();
  const [low, high] = [from, to].sort();
  try {
    await client.query("BEGIN");
    const { rows: heads } = await client.query<{ seq: number; hash: string }>(
      `SELECT activity_seq AS seq, activity_hash AS hash FROM "case" WHERE team_id = $1 AND id = $2 FOR NO KEY UPDATE`,
      [ctx.teamId, caseId],
    );
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO relation (team_id, id, case_id, family, from_claim_id, to_claim_id, low_claim_id, high_claim_id, standing)
       VALUES ($1, gen_random_uuid(), $2, 'content', $3, $4, $3, $4, 'contradicts') RETURNING id`,
      [ctx.teamId, caseId, low, high],
    );
    const said = [ctx.teamId, rows[0]?.id, ctx.actor.userId];
    await client.query(
      `INSERT INTO judgement (team_id, id, relation_id, user_id, kind)
       VALUES ($1, gen_random_uuid(), $2, $3, 'contradicts')`,
      said,
    );
    await client.query(
      `INSERT INTO activity (team_id, id, scope_id, case_id, seq, at, actor_id, actor_name, via, verb, subject_type, subject_id,
                             subject, after, prev_hash, hash)
       VALUES ($1, gen_random_uuid(), $4, $4, $5, now(), $3, 'Bench', 'cli', 'relation.judged', 'relation', $2, 'C-1 · C-2',
               '{"kind": "contradicts"}', $6, $6)`,
      [...said, caseId, (heads[0]?.seq ?? 0) + 1, heads[0]?.hash],
    );
    await client.query(`UPDATE "case" SET activity_seq = activity_seq + 1 WHERE team_id = $1 AND id = $2`, [
      ctx.teamId,
      caseId,
    ]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}
