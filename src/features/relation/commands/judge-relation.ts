import { type Ctx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canJudge } from "../policy";
import { readsAs } from "../rules";
import type { JudgeRelation, Relation } from "../schema";
import { holdFor, holdRelation, present } from "./hold-relation";
import { writeJudgement } from "./write-judgement";

/**
 * The caller's judgement of a recorded pair. Without `from`, a directed kind runs as in the caller's judgement of that
 * kind so far, else as the relation reads to them.
 */
export async function judgeRelation(
  ctx: Ctx,
  { relationId, version, ...said }: JudgeRelation & { relationId: string },
): Promise<Relation> {
  if (!canJudge(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const held = await holdRelation(ctx, relationId);
    const own = held.judgements.find((each) => each.userId === ctx.actor.userId && each.kind === said.kind);
    const kept = own && readsAs({ from: held.from.id, to: held.to.id }, own.reversed).from;
    const current = await present(ctx, held);
    const { target, from } = await holdFor(ctx, held, current, { ...said, from: said.from ?? kept });
    return writeJudgement(ctx, target, said, { from: from.id, version: target === held ? version : undefined });
  });
}
