"use server";

import { AddVersionForm } from "@/features/article/schema";
import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { addVersion } from "./commands/add-version";
import { assessClaim } from "./commands/assess-claim";
import { changeClaim } from "./commands/change-claim";
import { recordClaim } from "./commands/record-claim";
import { restoreClaim } from "./commands/restore-claim";
import { retractClaim } from "./commands/retract-claim";
import { findClaims } from "./queries";
import { findCounterparts, findCounterpartsOfDraft } from "./queries/counterparts";
import { AssessClaim, ChangeClaim, FindClaims, RecordClaim, SuggestForDraft, WhichClaim } from "./schema";

export const recordClaimAction = action(RecordClaim.extend({ caseId: Id }), (ctx, input) => recordClaim(ctx, input));
export const changeClaimAction = action(ChangeClaim.extend({ claimId: Id }), (ctx, input) => changeClaim(ctx, input));
export const assessClaimAction = action(AssessClaim.extend({ claimId: Id }), assessClaim);
export const retractClaimAction = action(WhichClaim, retractClaim);
export const restoreClaimAction = action(WhichClaim, restoreClaim);

/** A newer capture of an article, over which its claims' quotes are carried. */
export const addVersionAction = action(AddVersionForm, addVersion);

/** For pickers in the browser, which ask while somebody types. */
export const findClaimsAction = action(FindClaims, (ctx, { caseId, words }) => findClaims(ctx, caseId, words), {
  refresh: false,
});

/** What the relation panel offers while nothing is typed. */
export const findCounterpartsAction = action(WhichClaim, (ctx, { claimId }) => findCounterparts(ctx, claimId), {
  refresh: false,
});

/** Beside a claim that is being written. */
export const findCounterpartsOfDraftAction = action(SuggestForDraft, findCounterpartsOfDraft, { refresh: false });
