import { getCase } from "@/features/case/queries";
import { readLineage } from "@/features/conflict/queries/origin-marks";
import { standingLinks } from "@/features/conflict/queries/standing-links";
import type { SourcedClaim } from "@/features/conflict/rules/camp-origins";
import { type Ctx, db } from "@/platform/context";
import { type Ground, groundOfClaims, groundOfOrigins, type OutletOf } from "../rules/matrix-ground";
import type { CountBy } from "../schema";

/** What the matrix counts, for everything but recorded relations by report, which the database counts by itself. */
export async function readGround(ctx: Ctx, caseId: string, by: CountBy): Promise<Ground> {
  const [links, outletOf] = await Promise.all([standingLinks(ctx, caseId), outletsOfClaims(ctx, caseId)]);
  if (links.length === 0) await getCase(ctx, caseId);
  if (by === "report") return groundOfClaims(links, outletOf);
  // Without camps no suspicion is read: those never change what the matrix counts, the most origins that there may be.
  const [lineage, sources] = await Promise.all([readLineage(ctx, caseId, links, []), sourcesOfClaims(ctx, caseId)]);
  return groundOfOrigins(links, outletOf, sources, lineage);
}

async function outletsOfClaims(ctx: Ctx, caseId: string): Promise<OutletOf> {
  const rows = await db(ctx).$queryRaw<{ number: number; outlet: string }[]>`
    SELECT number, outlet_id::text AS outlet FROM claim
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND outlet_id IS NOT NULL`;
  return new Map(rows.map(({ number, outlet }) => [number, outlet]));
}

type OutletRow = { id: string; name: string; owner: string | null };
type SourceRow = Pick<SourcedClaim, "number" | "articleId"> & {
  publisher: string | null;
  outlet: string | null;
  credited: string | null;
  creditedOutlet: string | null;
};

/** Where each claim of a case says that it comes from: plain columns, for there may be a hundred thousand. */
async function sourcesOfClaims(ctx: Ctx, caseId: string): Promise<Map<number, SourcedClaim>> {
  const [outlets, rows] = await Promise.all([
    db(ctx).$queryRaw<OutletRow[]>`SELECT id::text, name, owner FROM outlet WHERE team_id = ${ctx.teamId}::uuid`,
    db(ctx).$queryRaw<SourceRow[]>`
      SELECT c.number, c.article_id::text AS "articleId", c.outlet_id::text AS outlet, a.outlet_id::text AS publisher,
         s.name AS credited, s.outlet_id::text AS "creditedOutlet"
      FROM claim c
      LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
      LEFT JOIN LATERAL (
        SELECT name, outlet_id FROM attribution_step
        WHERE team_id = c.team_id AND claim_id = c.id ORDER BY position DESC LIMIT 1) s ON TRUE
      WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.status <> 'retracted'`,
  ]);
  const known = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const find = (id: string | null) => (id === null ? null : (known.get(id) ?? null));
  return new Map(
    rows.map(({ number, articleId, publisher, outlet, credited, creditedOutlet }) => {
      const source = find(creditedOutlet);
      const named = credited === null ? null : { name: source?.name ?? credited, outlet: source };
      return [number, { number, articleId, publisher: find(publisher), outlet: find(outlet), credited: named }];
    }),
  );
}
