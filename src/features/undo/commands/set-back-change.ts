import { refuseChangedSince, settingBack } from "@/features/activity/commands/set-back";
import { findChange } from "@/features/activity/queries";
import type { Activity } from "@/features/activity/schema";
import { lockCase } from "@/features/case/commands/lock-case";
import { lockTeam } from "@/features/outlet/commands/lock-outlets";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, invalid } from "@/platform/errors";
import { canSetBack } from "../policy";
import { wayBack } from "../rules/ways-back";
import { goBack } from "./go-back";

/**
 * Sets what a change of the history touched back to how it stood before, by the command that changes it: a new change with
 * a row of its own, which says what it set back. Refused where somebody has changed the same since.
 */
export async function setBackChange(ctx: Ctx, { activityId }: { activityId: string }): Promise<Activity> {
  if (!canSetBack(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { change, caseId } = await findChange(ctx, activityId);
    if (caseId) await lockCase(ctx, caseId);
    else await lockTeam(ctx);
    const way = wayBack(change, ctx.actor);
    if (!way) throw invalid("activity", "is no change that you can set back");
    await refuseChangedSince(ctx, change, { caseId, made: way.made });
    return settingBack(ctx, change, caseId, (ctx) => goBack(ctx, way, { change, caseId: caseId ?? "" }));
  });
}
