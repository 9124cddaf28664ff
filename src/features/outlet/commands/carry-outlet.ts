import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, invalid } from "@/platform/errors";
import { canChangeOutlet } from "../policy";
import { getOutlet } from "../queries";
import type { CarryOutlet, Outlet } from "../schema";
import { lockTeam } from "./lock-outlets";
import { resolveOutlet } from "./resolve-outlet";

/** Says that one outlet carries another, creating either where its name is new: how "The Nation (All Africa)" is taken. */
export function carryOutlet(ctx: Ctx, { name, carrier }: z.output<typeof CarryOutlet>): Promise<Outlet> {
  if (!canChangeOutlet(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { teamId } = ctx;
    await lockTeam(ctx);
    const { id: outletId } = await resolveOutlet(ctx, name, "name");
    const { id: carrierId } = await resolveOutlet(ctx, carrier, "carrier");
    if (outletId === carrierId) throw invalid("carrier", "names the outlet itself");
    const before = await getOutlet(ctx, outletId);
    if (before.carriers.some(({ id }) => id === carrierId)) return before;
    await ctx.tx.outletCarrier.create({ data: { teamId, outletId, carrierId } });
    await ctx.tx.outlet.update({ where: { teamId_id: { teamId, id: outletId } }, data: { version: { increment: 1 } } });
    const after = await getOutlet(ctx, outletId);
    const named = ({ carriers }: Outlet) => ({ carriers: carriers.map((each) => each.name) });
    const subject = { type: "outlet" as const, id: outletId, label: after.name };
    await recordActivity(ctx, { verb: "outlet.changed", subject, before: named(before), after: named(after) });
    return after;
  });
}
