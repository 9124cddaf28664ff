import { type Ctx, db } from "@/platform/context";
import { notFound } from "@/platform/errors";
import type { CampOfClaim } from "../schema";
import { type CaseOf, countCamps } from "./count-camps";
import { countReports, membersOf } from "./members";

/** The camp that a claim stands in, by itself if nothing agrees with it. */
export async function campOfClaim(ctx: Ctx, claimId: string): Promise<CampOfClaim> {
  const [claim] = await db(ctx).$queryRaw<(CaseOf & { number: number })[]>`
    SELECT c.case_id::text AS "caseId", k.blind, c.number
    FROM claim c JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = ${claimId}::uuid`;
  if (!claim) throw notFound("claim");
  const { camps, members } = await countCamps(ctx, claim, [claim.number]);
  const camp = camps[0];
  if (!camp) throw new Error("a claim stands in no camp");
  const { claims, origins, why } = camp;
  return { claims: claims.length, reports: countReports(membersOf(claims, members)), origins, why };
}
