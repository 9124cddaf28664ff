import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { readLineage } from "../queries/origin-marks";
import { allStandingLinks, linksAround } from "../queries/standing-links";
import { summarise } from "../queries/summarise";
import { conflictGroups } from "../rules/camps";
import { weightOf } from "../rules/weight";
import type { ConflictLink, ConflictSummary } from "../schema";
import { findSuspicions } from "./find-suspicions";

/** From here on reading the whole case costs less than walking from each claim. */
const MANY = 2000;
/** Conflicts described at once: what bounds the memory of deriving a large case. */
const AT_ONCE = 500;

/**
 * Derives anew the conflicts that changes have touched since they were last derived. Readers call it where they find that
 * something was touched; the second of two waits for the first. It changes nothing that anybody recorded, so it leaves no
 * activity and asks for no permission.
 */
export function refreshConflicts(ctx: Ctx, caseId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`conflicts ${caseId}`}, 0))`;
    const touched = await takeTouched(ctx, caseId);
    if (touched.length === 0) return;
    const seeds = touched.length > MANY ? null : touched;
    // Everything that stands, whoever asks: a caller of a blind case is never shown this index.
    const links = seeds ? await linksAround(ctx, seeds, { blind: false }) : await allStandingLinks(ctx, caseId);
    await forget(ctx, caseId, seeds && { seeds, numbers: numbersIn(links) });
    await store(ctx, caseId, links);
  });
}

/**
 * The claims that were touched, with those that stood in a conflict with them when that was last derived: it may have
 * fallen apart.
 */
async function takeTouched(ctx: TxCtx, caseId: string): Promise<string[]> {
  const rows = await ctx.tx.$queryRaw<{ claimId: string }[]>`
    WITH taken AS (DELETE FROM conflict_touch
      WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid RETURNING claim_id)
    SELECT claim_id::text AS "claimId" FROM taken
    UNION SELECT o.claim_id::text FROM taken t
    JOIN conflict_member m ON m.team_id = ${ctx.teamId}::uuid AND m.claim_id = t.claim_id
    JOIN conflict_member o ON o.team_id = m.team_id AND o.case_id = m.case_id AND o.key = m.key`;
  return rows.map(({ claimId }) => claimId);
}

const numbersIn = (links: ConflictLink[]) => [...new Set(links.flatMap(({ from, to }) => [from, to]))];

type Scope = { seeds: string[]; numbers: number[] };

/** Drops what was derived of these claims; of the whole case without a scope. */
async function forget(ctx: TxCtx, caseId: string, scope: Scope | null): Promise<void> {
  const own = Prisma.sql`team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid`;
  const old = scope
    ? Prisma.sql`AND key = ANY(ARRAY(
        SELECT m.key FROM conflict_member m
        WHERE m.team_id = ${ctx.teamId}::uuid AND m.claim_id = ANY(${scope.seeds}::uuid[])
        UNION SELECT m.key FROM claim c JOIN conflict_member m ON m.team_id = c.team_id AND m.claim_id = c.id
        WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.number = ANY(${scope.numbers}::int[])))`
    : Prisma.empty;
  await ctx.tx.$executeRaw`
    WITH entries AS (DELETE FROM conflict_entry WHERE ${own} ${old})
    DELETE FROM conflict_member WHERE ${own} ${old}`;
}

async function store(ctx: TxCtx, caseId: string, links: ConflictLink[]): Promise<void> {
  const groups = conflictGroups(links);
  for (let start = 0; start < groups.length; start += AT_ONCE) {
    const camps = groups.slice(start, start + AT_ONCE).flatMap((group) => group.camps);
    await findSuspicions(ctx, { caseId, blind: false }, camps, links);
  }
  const lineage = await readLineage(ctx, caseId, links, groups);
  for (let start = 0; start < groups.length; start += AT_ONCE) {
    const some = groups.slice(start, start + AT_ONCE);
    await insertEntries(ctx, caseId, await summarise(ctx, caseId, some, lineage));
    await insertMembers(
      ctx,
      caseId,
      some.flatMap(({ key, claims }) => claims.map((number) => ({ key, number }))),
    );
  }
}

async function insertEntries(ctx: TxCtx, caseId: string, summaries: ConflictSummary[]): Promise<void> {
  const rows = summaries.map((summary) => {
    const { key, status, inconsistent, about, assignee } = summary;
    return { key, status, inconsistent, about, assignee: assignee?.id ?? null, weight: weightOf(summary), summary };
  });
  await ctx.tx.$executeRaw`
    INSERT INTO conflict_entry (team_id, case_id, key, weight, status, inconsistent, about, assignee_id, summary)
    SELECT ${ctx.teamId}::uuid, ${caseId}::uuid, x.key, x.weight, x.status, x.inconsistent, x.about, x.assignee, x.summary
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(key int, weight int, status conflict_status,
      inconsistent boolean, about contradiction_about[], assignee uuid, summary jsonb)`;
}

async function insertMembers(ctx: TxCtx, caseId: string, rows: { key: number; number: number }[]): Promise<void> {
  await ctx.tx.$executeRaw`
    INSERT INTO conflict_member (team_id, case_id, claim_id, key)
    SELECT c.team_id, c.case_id, c.id, x.key
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(key int, number int)
    JOIN claim c ON c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.number = x.number`;
}
