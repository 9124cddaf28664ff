import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { changedFields } from "@/features/activity/rules";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, invalid, stale } from "@/platform/errors";
import { canAssessClaim } from "../policy";
import { getClaim } from "../queries";
import { mergeGrades, NO_GRADES } from "../rules/own-grades";
import type { AssessClaim, Claim } from "../schema";
import { findCaseOfClaim } from "./find-case-of-claim";
import { ownGrades, writeAssessment } from "./write-assessment";

type Input = z.output<typeof AssessClaim> & { claimId: string };

/**
 * The actor's own grades of a claim, replaced as a whole. `version` is that of the assessment, not of the claim: grading
 * must not make a colleague's open edit stale.
 */
export async function assessClaim(ctx: Ctx, { claimId, version, ...given }: Input): Promise<Claim> {
  if (!canAssessClaim(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const caseId = await findCaseOfClaim(ctx, claimId);
    await lockCase(ctx, caseId);
    const current = await getClaim(ctx, claimId);
    const own = current.assessments.find(({ user }) => user.id === ctx.actor.userId);
    if (version !== undefined && own && version !== own.version) throw stale("assessment", own);
    if (current.status === "retracted") throw invalid("status", "is retracted: restore the claim before grading it");
    const grades = mergeGrades(NO_GRADES, given);
    const change = changedFields(ownGrades(ctx, current), grades);
    if (!change) return current;
    await writeAssessment(ctx, claimId, grades);
    const subject = { type: "claim" as const, id: claimId, label: current.claim };
    await recordActivity(ctx, { caseId, verb: "claim.assessed", subject, ...change });
    return getClaim(ctx, claimId);
  });
}
