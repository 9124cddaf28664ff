import { type Ctx, transact } from "@/platform/context";
import { forbidden, stale } from "@/platform/errors";
import { canJudge } from "../policy";
import type { Relation, Withdraw } from "../schema";
import { holdRelation, present } from "./hold-relation";
import { settleRelation } from "./settle-relation";
import { history } from "./write-judgement";

/** Takes back the caller's judgement; where there is none, nothing changes. History keeps it, so it can be given again. */
export async function withdrawJudgement(
  ctx: Ctx,
  { relationId, version }: Withdraw & { relationId: string },
): Promise<Relation> {
  if (!canJudge(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const held = await holdRelation(ctx, relationId);
    const own = held.judgements.find((each) => each.userId === ctx.actor.userId);
    if (!own) return present(ctx, held);
    if (version !== undefined && version !== held.version) throw stale("relation", await present(ctx, held));
    await ctx.tx.judgement.delete({ where: { teamId_id: { teamId: ctx.teamId, id: own.id } } });
    const views = { ...held, judgements: held.judgements.filter((each) => each !== own) };
    const change = { verb: "relation.judgement_withdrawn" as const, before: history(held, own), after: null };
    return settleRelation(ctx, held, views, change);
  });
}
