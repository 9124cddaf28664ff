import { type Ctx, db } from "@/platform/context";
import { type Camps, type Lineage, lineageOf, marksWithin, type OriginMarks } from "../rules/lineage";
import type { ConflictLink } from "../schema";
import { seesOwnReporting, shownStatus } from "./visible-marks";

/** Who repeats whom by these links, with what is marked beside them on the claims of these conflicts. */
export async function readLineage(ctx: Ctx, caseId: string, links: ConflictLink[], groups: Camps[]): Promise<Lineage> {
  const numbers = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  return lineageOf(links, marksWithin(groups, await originMarks(ctx, caseId, numbers)));
}

/** What is known of these claims' origins beside the relations, as far as the caller may know it. */
async function originMarks(ctx: Ctx, caseId: string, numbers: number[]): Promise<OriginMarks> {
  const [marks] = await db(ctx).$queryRaw<OriginMarks[]>`
    WITH asked AS MATERIALIZED (
      SELECT c.id, c.number FROM claim c
      WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.number = ANY(${numbers}::int[]))
    SELECT
      (SELECT coalesce(json_agg(json_build_object('from', f.number, 'to', t.number) ORDER BY f.number, t.number), '[]')
        FROM asked f JOIN suspicion s ON s.team_id = k.team_id AND s.from_claim_id = f.id
        JOIN claim t ON t.team_id = s.team_id AND t.id = s.to_claim_id
        WHERE ${shownStatus(ctx)} = 'open') AS suspected,
      (SELECT coalesce(json_agg(DISTINCT c.number), '[]')
        FROM asked c JOIN own_reporting w ON w.team_id = k.team_id AND w.claim_id = c.id
        WHERE ${seesOwnReporting(ctx)}) AS own
    FROM "case" k WHERE k.team_id = ${ctx.teamId}::uuid AND k.id = ${caseId}::uuid`;
  return marks ?? { suspected: [], own: [] };
}
