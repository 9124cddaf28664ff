import type { Ctx, TxCtx } from "@/platform/context";
import { assessesAsLead } from "../policy";
import { standingGrades } from "../rules/standing-grades";
import type { Assessment, Claim } from "../schema";

export type OwnGrades = Pick<Assessment, "reliability" | "credibility" | "confidence" | "reason">;

export const NO_GRADES: OwnGrades = { reliability: null, credibility: null, confidence: null, reason: "" };

/** What the actor has said of this claim so far. */
export function ownGrades(ctx: Ctx, { assessments }: Claim): OwnGrades {
  const own = assessments.find(({ user }) => user.id === ctx.actor.userId);
  if (!own) return NO_GRADES;
  const { reliability, credibility, confidence, reason } = own;
  return { reliability, credibility, confidence, reason };
}

/** What was said of grades in an input: absent fields stay as they were. */
export function mergeGrades(own: OwnGrades, given: { [F in keyof OwnGrades]?: OwnGrades[F] | undefined }): OwnGrades {
  return {
    reliability: given.reliability === undefined ? own.reliability : given.reliability,
    credibility: given.credibility === undefined ? own.credibility : given.credibility,
    confidence: given.confidence === undefined ? own.confidence : given.confidence,
    reason: given.reason ?? own.reason,
  };
}

/** An assessment of nothing, which is none. */
export const saysNothing = ({ reliability, credibility, confidence, reason }: OwnGrades) =>
  reliability === null && credibility === null && confidence === null && reason === "";

/**
 * Replaces the actor's own assessment of a claim and recomputes the grades that stand. An assessment that says nothing
 * is taken away: in a blind case it must not open the others' to its author.
 */
export async function writeAssessment(ctx: TxCtx, claimId: string, grades: OwnGrades): Promise<void> {
  const { teamId } = ctx;
  const userId = ctx.actor.userId;
  const asLead = assessesAsLead(ctx.actor);
  if (saysNothing(grades)) {
    await ctx.tx.assessment.deleteMany({ where: { teamId, claimId, userId } });
  } else {
    await ctx.tx.assessment.upsert({
      where: { teamId_claimId_userId: { teamId, claimId, userId } },
      create: { teamId, claimId, userId, ...grades, asLead },
      update: { ...grades, asLead, version: { increment: 1 } },
    });
  }
  await restand(ctx, claimId);
}

async function restand(ctx: TxCtx, claimId: string): Promise<void> {
  const { teamId } = ctx;
  const all = await ctx.tx.assessment.findMany({
    where: { teamId, claimId },
    select: { reliability: true, credibility: true, confidence: true, asLead: true, updatedAt: true },
  });
  const { spread: _, ...standing } = standingGrades(all.map(({ asLead, ...grades }) => ({ ...grades, lead: asLead })));
  await ctx.tx.claim.update({ where: { teamId_id: { teamId, id: claimId } }, data: standing, select: { id: true } });
}
