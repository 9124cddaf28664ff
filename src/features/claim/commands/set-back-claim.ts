import { refuseChangedSince, settingBack } from "@/features/activity/commands/set-back";
import { listActivity } from "@/features/activity/queries";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, invalid, notFound } from "@/platform/errors";
import { parseInput } from "@/platform/parse-input";
import { canChangeClaim } from "../policy";
import { getClaim } from "../queries";
import { asFields, canGoBack, formerState } from "../rules/former-state";
import { ChangeClaim, type Claim } from "../schema";
import { changeClaim } from "./change-claim";

type Input = { claimId: string; seq: number; version?: number | undefined };

/**
 * Sets what a change of a claim touched back to how it stood before: a new change, so that nothing of the history is lost
 * and this can be set back as well. What was changed since in other fields stays; what was changed since in the same is
 * not overwritten. Grades go back in one's own changes only.
 */
export async function setBackClaim(ctx: Ctx, { claimId, seq, version }: Input): Promise<Claim> {
  if (!canChangeClaim(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { caseId } = await getClaim(ctx, claimId);
    await lockCase(ctx, caseId);
    const claim = await getClaim(ctx, claimId);
    const [row] = (await listActivity(ctx, caseId, { after: seq - 1, limit: 1 })).items;
    if (row?.seq !== seq || row.subject.id !== claimId) throw notFound("change");
    const own = row.actor.id === ctx.actor.userId;
    if (!canGoBack(row.verb, row.before, own)) throw invalid("seq", "is no change that can be set back");
    await refuseChangedSince(ctx, row, { caseId });
    const former = parseInput(ChangeClaim, formerState(asFields(row.before), claim, own));
    await settingBack(ctx, row, caseId, (ctx) => changeClaim(ctx, { claimId, ...former, version }));
    return getClaim(ctx, claimId);
  });
}
