import { getCase } from "@/features/case/queries";
import { standsVisibly } from "@/features/claim/queries/visible-relations";
import { type Ctx, db } from "@/platform/context";
import type { OutletMatrix } from "../schema";

type Cell = OutletMatrix["cells"][number];

/** Every recorded relation that stands, counted by the unordered pair of the outlets that its claims are attributed to. */
export async function outletMatrix(ctx: Ctx, caseId: string): Promise<OutletMatrix> {
  const { blind } = await getCase(ctx, caseId);
  const [outlets, cells] = await Promise.all([
    db(ctx).$queryRaw<OutletMatrix["outlets"]>`
      SELECT o.id::text, o.name FROM outlet o
      WHERE o.team_id = ${ctx.teamId}::uuid AND EXISTS (
        SELECT 1 FROM claim c WHERE c.team_id = o.team_id AND c.case_id = ${caseId}::uuid
          AND c.outlet_id = o.id AND c.status <> 'retracted')
      ORDER BY o.name, o.id`,
    db(ctx).$queryRaw<Cell[]>`
      SELECT least(f.outlet_id, t.outlet_id)::text AS a, greatest(f.outlet_id, t.outlet_id)::text AS b,
             count(*) FILTER (WHERE r.standing = 'agrees')::int AS agrees,
             count(*) FILTER (WHERE r.standing = 'contradicts')::int AS contradicts,
             count(*) FILTER (WHERE r.standing = 'qualifies')::int AS qualifies,
             count(*) FILTER (WHERE r.standing = 'updates')::int AS updates,
             count(*) FILTER (WHERE r.standing = 'repeats')::int AS repeats
      FROM relation r
      JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id AND f.outlet_id IS NOT NULL
      JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id AND t.outlet_id IS NOT NULL
      WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid
        AND r.standing NOT IN ('unrelated', 'disputed') AND ${standsVisibly(ctx, blind)}
      GROUP BY 1, 2 ORDER BY 1, 2`,
  ]);
  return { outlets, cells };
}
