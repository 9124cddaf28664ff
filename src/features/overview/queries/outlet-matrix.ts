import { getCase } from "@/features/case/queries";
import { standsVisibly } from "@/features/claim/queries/visible-relations";
import type { OutletRef } from "@/features/outlet/schema";
import { type Ctx, db } from "@/platform/context";
import { countMatrix } from "../rules/count-matrix";
import type { MatrixCell, OutletMatrix, ReadMatrix } from "../schema";
import { readGround } from "./read-ground";

/** Who agrees with whom and who contradicts whom in a case, as far as the caller may know it. */
export async function outletMatrix(ctx: Ctx, caseId: string, how: ReadMatrix): Promise<OutletMatrix> {
  const { outlets, cells } = await weighedMatrix(ctx, caseId, how);
  return { outlets: outlets.map(({ id, name }) => ({ id, name })), cells };
}

export type WeighedOutlet = OutletRef & { claims: number };

/** The same, with how many claims each outlet has. */
export async function weighedMatrix(
  ctx: Ctx,
  caseId: string,
  { by, implied }: ReadMatrix,
): Promise<{ outlets: WeighedOutlet[]; cells: MatrixCell[] }> {
  const plain = by === "report" && !implied;
  const [outlets, cells] = await Promise.all([
    outletsOfCase(ctx, caseId),
    plain ? recordedCells(ctx, caseId) : readGround(ctx, caseId, by).then((ground) => countMatrix(ground, implied)),
  ]);
  return { outlets, cells };
}

const outletsOfCase = (ctx: Ctx, caseId: string) => db(ctx).$queryRaw<WeighedOutlet[]>`
  SELECT o.id::text, o.name, c.claims
  FROM (
    SELECT outlet_id, count(*)::int AS claims FROM claim
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND outlet_id IS NOT NULL
      AND status <> 'retracted'
    GROUP BY 1) c
  JOIN outlet o ON o.team_id = ${ctx.teamId}::uuid AND o.id = c.outlet_id
  ORDER BY o.name, o.id`;

/** Every recorded relation that stands, counted by the unordered pair of the outlets that its claims are attributed to. */
async function recordedCells(ctx: Ctx, caseId: string): Promise<MatrixCell[]> {
  const { blind } = await getCase(ctx, caseId);
  return db(ctx).$queryRaw<MatrixCell[]>`
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
    GROUP BY 1, 2 ORDER BY 1, 2`;
}
