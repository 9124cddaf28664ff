import { getCase } from "@/features/case/queries";
import { type Ctx, db } from "@/platform/context";

/** The headings of the columns that sheets from elsewhere brought into a case, in the order of the alphabet. */
export async function findHeadings(ctx: Ctx, caseId: string): Promise<string[]> {
  await getCase(ctx, caseId);
  const rows = await db(ctx).$queryRaw<{ heading: string }[]>`
    SELECT DISTINCT heading FROM claim c CROSS JOIN LATERAL jsonb_object_keys(c.extra) AS heading
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.extra <> '{}'`;
  return rows.map(({ heading }) => heading).sort((a, b) => a.localeCompare(b));
}
