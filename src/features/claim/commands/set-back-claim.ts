import { listActivity } from "@/features/activity/queries";
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
 * and this can be set back as well. What was changed since in other fields stays.
 */
export async function setBackClaim(ctx: Ctx, { claimId, seq, version }: Input): Promise<Claim> {
  if (!canChangeClaim(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const claim = await getClaim(ctx, claimId);
    const [row] = (await listActivity(ctx, claim.caseId, { after: seq - 1, limit: 1 })).items;
    if (row?.seq !== seq || row.subject.id !== claimId) throw notFound("change");
    if (!canGoBack(row.verb, row.before)) throw invalid("seq", "is no change that can be set back");
    const former = parseInput(ChangeClaim, formerState(asFields(row.before), claim));
    return changeClaim(ctx, { claimId, ...former, version });
  });
}
