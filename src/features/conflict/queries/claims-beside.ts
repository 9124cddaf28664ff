import { getClaim } from "@/features/claim/queries";
import { type Ctx, db } from "@/platform/context";
import { readGroupOf } from "./read-groups";

/** The claims of the conflict that holds a claim, as far as the caller may know it; the claim alone where it is in none. */
export async function claimsBeside(ctx: Ctx, claimId: string): Promise<string[]> {
  const { caseId, number } = await getClaim(ctx, claimId);
  const found = await readGroupOf(ctx, caseId, number);
  if (!found) return [claimId];
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT id::text FROM claim WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid
      AND number = ANY(${found.group.claims}::int[])`;
  return rows.map(({ id }) => id);
}
