import { type Ctx, db } from "@/platform/context";

/** The claims that a finding was decided over, by their numbers. Says nothing of whether the caller may see it. */
export async function numbersOfFinding(ctx: Ctx, caseId: string, findingId: string): Promise<number[]> {
  const rows = await db(ctx).$queryRaw<{ number: number }[]>`
    SELECT c.number FROM finding_claim fc JOIN claim c ON c.team_id = fc.team_id AND c.id = fc.claim_id
    WHERE fc.team_id = ${ctx.teamId}::uuid AND fc.case_id = ${caseId}::uuid AND fc.finding_id = ${findingId}::uuid
    ORDER BY c.number`;
  return rows.map(({ number }) => number);
}
