import { changesSince, listOwnChanges } from "@/features/activity/queries";
import { inForce, obstacleTo, setsBackOf, tellObstacle } from "@/features/activity/rules/in-force";
import type { Ctx } from "@/platform/context";
import { wayBack } from "./rules/ways-back";
import type { LastChange } from "./schema";

const DAYS = 1;
const LOOKED_AT = 300;
const MAX_PASSED_OVER = 20;

/**
 * The caller's own last change of a case that can be set back: what was taken back already is passed by, and so is what
 * took it back, so that who undoes again and again goes further back. All of it is the caller's own, so that nothing shows
 * that a blind case keeps from them; of what stands in the way, as much as the history tells them.
 */
export async function findLastChange(ctx: Ctx, caseId: string): Promise<LastChange> {
  const own = await listOwnChanges(ctx, caseId, { days: DAYS, limit: LOOKED_AT });
  const { userId } = ctx.actor;
  const passedOver: LastChange["passedOver"] = [];
  for (const change of inForce(own).reverse()) {
    const way = setsBackOf(change) === null ? wayBack(change, ctx.actor) : null;
    if (!way) continue;
    const obstacle = obstacleTo(change, await changesSince(ctx, caseId, change), { userId, made: way.made });
    if (obstacle === null) return { change, passedOver };
    // What the caller did to it since comes first by itself.
    if (obstacle === "set back" || obstacle.change.actor.id === userId) continue;
    passedOver.push({ change, why: tellObstacle(obstacle, userId) });
    if (passedOver.length === MAX_PASSED_OVER) break;
  }
  return { change: null, passedOver };
}
