import { type Ctx, db } from "@/platform/context";
import { notFound } from "@/platform/errors";
import type { ConflictSummary } from "../schema";
import { readGroupOf } from "./read-groups";
import { summarise } from "./summarise";

/** The conflict that a claim is part of, in short: one, or none. */
export async function conflictsOfClaim(ctx: Ctx, claimId: string): Promise<ConflictSummary[]> {
  const [claim] = await db(ctx).$queryRaw<{ caseId: string; number: number }[]>`
    SELECT case_id::text AS "caseId", number FROM claim WHERE team_id = ${ctx.teamId}::uuid AND id = ${claimId}::uuid`;
  if (!claim) throw notFound("claim");
  const found = await readGroupOf(ctx, claim.caseId, claim.number);
  return found ? summarise(ctx, claim.caseId, [found.group], found.lineage) : [];
}
