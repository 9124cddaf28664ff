import { type Ctx, db } from "@/platform/context";
import type { OutletRef } from "../schema";

export type StandingMerge = { outlet: OutletRef; by: string; at: string };

/** The outlets that were merged into this one and are part of it still, the newest first. */
export async function listMerges(ctx: Ctx, outletId: string): Promise<StandingMerge[]> {
  const rows = await db(ctx).$queryRaw<(Omit<StandingMerge, "at"> & { at: Date })[]>`
    SELECT json_build_object('id', o.id, 'name', o.name) AS outlet, u.name AS by, m.merged_at AS at
    FROM outlet_merge m JOIN outlet o ON o.team_id = m.team_id AND o.id = m.outlet_id
    JOIN "user" u ON u.id = m.merged_by_id
    WHERE m.team_id = ${ctx.teamId}::uuid AND m.into_id = ${outletId}::uuid AND m.undone_at IS NULL
    ORDER BY m.merged_at DESC, m.id DESC`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
