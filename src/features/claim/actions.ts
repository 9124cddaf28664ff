"use server";

import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { assessClaim } from "./commands/assess-claim";
import { changeClaim } from "./commands/change-claim";
import { recordClaim } from "./commands/record-claim";
import { restoreClaim } from "./commands/restore-claim";
import { retractClaim } from "./commands/retract-claim";
import { findClaims } from "./queries";
import { findCounterparts } from "./queries/counterparts";
import { AssessClaim, ChangeClaim, FindClaims, RecordClaim, WhichClaim } from "./schema";

export const recordClaimAction = action(RecordClaim.extend({ caseId: Id }), (ctx, input) => recordClaim(ctx, input));
export const changeClaimAction = action(ChangeClaim.extend({ claimId: Id }), (ctx, input) => changeClaim(ctx, input));
export const assessClaimAction = action(AssessClaim.extend({ claimId: Id }), assessClaim);
export const retractClaimAction = action(WhichClaim, retractClaim);
export const restoreClaimAction = action(WhichClaim, restoreClaim);

/** For pickers in the browser, which ask while somebody types. */
export const findClaimsAction = action(FindClaims, (ctx, { caseId, words }) => findClaims(ctx, caseId, words), {
  refresh: false,
});

/** What the relation panel offers while nothing is typed. */
export const findCounterpartsAction = action(WhichClaim, (ctx, { claimId }) => findCounterparts(ctx, claimId), {
  refresh: false,
});
