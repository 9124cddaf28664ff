import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, refuse } from "@/platform/errors";
import { canJudge } from "../policy";
import { refuseRelation } from "../rules";
import type { RecordRelation, Relation } from "../schema";
import { findPair, readHeld } from "./hold-relation";
import { recordFreshRelation } from "./record-fresh-relation";
import { writeJudgement } from "./write-judgement";

/** Records the caller's judgement of two claims; on a pair that is related already it joins or replaces their own. */
export async function recordRelation(
  ctx: Ctx,
  { caseId, ...input }: RecordRelation & { caseId: string },
): Promise<Relation> {
  if (!canJudge(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, caseId);
    const { from, to, relationId } = await findPair(ctx, caseId, input);
    refuse(refuseRelation(from, to, input));
    if (!from || !to) throw new Error("a relation without ends was not refused");
    if (!relationId) return recordFreshRelation(ctx, { from, to }, input);
    const held = { ...(await readHeld(ctx, relationId)), fresh: false };
    return writeJudgement(ctx, held, input, { from: from.id });
  });
}
