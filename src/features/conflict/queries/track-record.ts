import { getOutlet } from "@/features/outlet/queries";
import { type Ctx, db } from "@/platform/context";
import { type Decided, trackRecord } from "../rules/track-record";
import type { TrackRecord } from "../schema";
import { decidedOnWhatIsVisible } from "./finding-rows";

/** How often an outlet was right in its own voice, by the signed findings that the caller may read. */
export async function outletTrackRecord(ctx: Ctx, outletId: string): Promise<TrackRecord> {
  const { id } = await getOutlet(ctx, outletId);
  const ids = await idsOf(ctx, id);
  return trackRecord(new Set(ids), await findDecided(ctx, ids));
}

/** The outlet's own id and those of the outlets merged into it: findings name outlets as they were when decided. */
async function idsOf(ctx: Ctx, outletId: string): Promise<string[]> {
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    WITH RECURSIVE part AS (
      SELECT ${outletId}::uuid AS id
      UNION
      SELECT o.id FROM outlet o JOIN part p ON o.team_id = ${ctx.teamId}::uuid AND o.merged_into_id = p.id)
    SELECT id::text FROM part`;
  return rows.map(({ id }) => id);
}

type Row = Omit<Decided, "conflict" | "decidedAt"> & { decidedAt: Date };

/** Signed findings, not superseded, for one camp, in which one of these outlets is an origin; the newest first. */
async function findDecided(ctx: Ctx, ids: string[]): Promise<Decided[]> {
  const rows = await db(ctx).$queryRaw<Row[]>`
    SELECT json_build_object('id', k.id, 'title', k.title) AS case, f.id::text AS "findingId", f.question,
      f.signed_at AS "decidedAt", f.preferred, f.basis
    FROM finding f JOIN "case" k ON k.team_id = f.team_id AND k.id = f.case_id
    WHERE f.team_id = ${ctx.teamId}::uuid AND f.status = 'signed' AND f.outcome = 'one_camp'
      AND EXISTS (SELECT 1 FROM jsonb_path_query(f.basis, '$.camps[*].roots[*].outletId') root
                  WHERE root #>> '{}' = ANY(${ids}::text[]))
      AND ${decidedOnWhatIsVisible(ctx)}
    ORDER BY f.signed_at DESC, f.id DESC`;
  return rows.map((row) => ({
    ...row,
    conflict: Math.min(...row.basis.claims.map(({ number }) => number)),
    decidedAt: row.decidedAt.toISOString(),
  }));
}
