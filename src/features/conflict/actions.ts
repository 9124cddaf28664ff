"use server";

import { z } from "zod";
import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { assignConflict } from "./commands/assign-conflict";
import { decideSuspicion } from "./commands/decide-suspicion";
import { dismissWarning } from "./commands/dismiss-warning";
import { markOwnReporting } from "./commands/mark-own-reporting";
import { restoreFinding } from "./commands/restore-finding";
import { undismissWarning } from "./commands/undismiss-warning";
import { unmarkOwnReporting } from "./commands/unmark-own-reporting";
import { withdrawFinding } from "./commands/withdraw-finding";
import { writeFinding } from "./commands/write-finding";
import { campOfClaim } from "./queries/camp-of-claim";
import {
  AssignConflict,
  DecideSuspicion,
  DismissWarning,
  MarkOwnReporting,
  WithdrawFinding,
  WriteFinding,
} from "./schema";

export const assignConflictAction = action(AssignConflict.extend({ caseId: Id, number: z.int() }), assignConflict);

const which = { caseId: Id, number: z.int() };

export const writeFindingAction = action(WriteFinding.extend(which), writeFinding);
export const withdrawFindingAction = action(WithdrawFinding.extend(which), withdrawFinding);
export const restoreFindingAction = action(z.object(which), restoreFinding);

// The row shows by itself what became of it: a list that closed up under the reader's eyes would lose their place.
const stays = { refresh: false };

export const dismissWarningAction = action(DismissWarning.extend({ caseId: Id }), dismissWarning, stays);
export const undismissWarningAction = action(z.object({ caseId: Id, dismissalId: Id }), undismissWarning, stays);

/** Asked while somebody grades a claim. */
export const campOfClaimAction = action(
  z.object({ claimId: Id }),
  (ctx, { claimId }) => campOfClaim(ctx, claimId),
  stays,
);

export const decideSuspicionAction = action(DecideSuspicion.extend({ suspicionId: Id }), decideSuspicion);
export const markOwnReportingAction = action(MarkOwnReporting.extend({ claimId: Id }), markOwnReporting);
export const unmarkOwnReportingAction = action(z.object({ claimId: Id }), unmarkOwnReporting);
