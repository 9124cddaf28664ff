import { type Ctx, transact } from "@/platform/context";
import { forbidden, stale } from "@/platform/errors";
import { canRule } from "../policy";
import type { Relation, Withdraw } from "../schema";
import { holdRelation, present } from "./hold-relation";
import { settleRelation, told } from "./settle-relation";

/** Takes the ruling back: the most frequent judgement stands again. Where there is none, nothing changes. */
export async function withdrawRuling(
  ctx: Ctx,
  { relationId, version }: Withdraw & { relationId: string },
): Promise<Relation> {
  if (!canRule(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const held = await holdRelation(ctx, relationId);
    if (!held.ruling) return present(ctx, held);
    if (version !== undefined && version !== held.version) throw stale("relation", await present(ctx, held));
    await ctx.tx.ruling.delete({ where: { teamId_relationId: { teamId: ctx.teamId, relationId } } });
    const change = { verb: "relation.ruling_withdrawn" as const, before: told(held, held.ruling), after: null };
    return settleRelation(ctx, held, { ...held, ruling: null }, change);
  });
}
