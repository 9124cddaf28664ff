import { recordActivity } from "@/features/activity/commands/record-activity";
import type { TxCtx } from "@/platform/context";
import { forbidden, notFound, refuse } from "@/platform/errors";
import { canCreateOutlet } from "../policy";
import { findOutletByName, findOutlets } from "../queries";
import { outletKey, refuseName } from "../rules";
import type { FoundOutlet } from "../schema";
import { lockTeam } from "./lock-outlets";

/**
 * The outlet meant by an id, a name or an alias; an unknown name creates one. Two writers who name the same new outlet
 * at once get one outlet: the key is unique in the team, and whoever comes second finds the first one's.
 */
export async function resolveOutlet(ctx: TxCtx, idOrName: string, path = "outlet"): Promise<FoundOutlet> {
  const found = (await findOutlets(ctx, [idOrName])).get(idOrName);
  if (found) return found;
  if (!canCreateOutlet(ctx.actor)) throw forbidden();
  refuse(refuseName(idOrName, path));
  return createOrFind(ctx, idOrName);
}

async function createOrFind(ctx: TxCtx, name: string): Promise<FoundOutlet> {
  const { teamId } = ctx;
  await lockTeam(ctx);
  const { id } = await ctx.tx.outlet.create({ data: { teamId, name }, select: { id: true } });
  const inserted = await ctx.tx.$executeRaw`
    INSERT INTO outlet_alias (team_id, key, outlet_id, name)
    VALUES (${teamId}::uuid, ${outletKey(name)}, ${id}::uuid, ${name}) ON CONFLICT DO NOTHING`;
  if (inserted === 0) {
    await ctx.tx.outlet.delete({ where: { teamId_id: { teamId, id } } });
    const first = await findOutletByName(ctx, name);
    if (!first) throw notFound("outlet");
    return first;
  }
  await recordActivity(ctx, { verb: "outlet.created", subject: { type: "outlet", id, label: name }, after: { name } });
  return { id, name, reliability: null };
}
