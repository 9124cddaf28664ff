import type { Ctx, TxCtx } from "@/platform/context";
import { assessesAsLead } from "../policy";
import { NO_GRADES, type OwnGrades, saysNothing } from "../rules/own-grades";
import { standingGrades } from "../rules/standing-grades";
import type { Claim } from "../schema";

/** What the actor has said of this claim so far. */
export function ownGrades(ctx: Ctx, { assessments }: Claim): OwnGrades {
  const own = assessments.find(({ user }) => user.id === ctx.actor.userId);
  if (!own) return NO_GRADES;
  const { reliability, credibility, confidence, reason } = own;
  return { reliability, credibility, confidence, reason };
}

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
