import { type Ctx, db } from "@/platform/context";
import { newId } from "@/platform/new-id";
import type { ConflictSummary } from "../schema";

/**
 * Leaves word for who wrote and who signed a finding that what it rests on has changed: once, until it is written anew.
 * Found when its conflict is derived, so it names nobody who caused it; several may have.
 */
export async function tellStale(ctx: Ctx, caseId: string, summaries: ConflictSummary[]): Promise<void> {
  const rows = summaries.flatMap(({ key, sides: [first], finding, status }) => {
    if (status !== "stale" || !finding || !first) return [];
    const people = new Set([finding.author.id, ...(finding.signer ? [finding.signer.id] : [])]);
    const about = { subject: first.claim.id, label: `C-${key}`, since: finding.updatedAt };
    return [...people].map((person) => ({ id: newId(), person, ...about }));
  });
  if (rows.length === 0) return;
  await db(ctx).$executeRaw`
    INSERT INTO notice (team_id, id, case_id, user_id, kind, subject_type, subject_id, label)
    SELECT ${ctx.teamId}::uuid, x.id, ${caseId}::uuid, x.person, 'stale', 'conflict', x.subject, x.label
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS x(id uuid, person uuid, subject uuid, label text, since timestamptz)
    JOIN membership m ON m.team_id = ${ctx.teamId}::uuid AND m.user_id = x.person
    WHERE NOT EXISTS (
      SELECT 1 FROM notice n WHERE n.team_id = ${ctx.teamId}::uuid AND n.user_id = x.person AND n.kind = 'stale'
        AND n.subject_id = x.subject AND n.created_at >= x.since)`;
}

/** For the inbox: the cases with a finding of the caller's in which something was touched since they were last derived. */
export async function casesToFreshen(ctx: Ctx): Promise<string[]> {
  const { teamId, actor } = ctx;
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT k.id::text FROM "case" k
    WHERE k.team_id = ${teamId}::uuid AND NOT k.blind
      AND EXISTS (SELECT 1 FROM conflict_touch t WHERE t.team_id = k.team_id AND t.case_id = k.id)
      AND EXISTS (
        SELECT 1 FROM finding f WHERE f.team_id = k.team_id AND f.case_id = k.id AND f.status IN ('proposed', 'signed')
          AND ${actor.userId}::uuid IN (f.author_id, f.signer_id))`;
  return rows.map(({ id }) => id);
}
