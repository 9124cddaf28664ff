import type { TxCtx } from "@/platform/context";
import { type Change, recordActivities } from "./record-activities";

/**
 * Writes the change's row in the caller's transaction and tells the listeners when that commits: of a case's chain, or of
 * the team's own for what belongs to no case. Lock order everywhere: the case first, then the team.
 */
export const recordActivity = (ctx: TxCtx, { caseId, ...change }: Change & { caseId?: string }): Promise<void> =>
  recordActivities(ctx, caseId, [change]);
