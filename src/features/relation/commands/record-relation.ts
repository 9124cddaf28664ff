import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, refuse } from "@/platform/errors";
import { canJudge } from "../policy";
import { familyOf, refuseRelation } from "../rules";
import type { RecordRelation, Relation } from "../schema";
import { findEnds, holdPair } from "./hold-relation";
import { writeJudgement } from "./write-judgement";

/** Records the caller's judgement of two claims; on a pair that is related already it joins or replaces their own. */
export async function recordRelation(
  ctx: Ctx,
  { caseId, ...input }: RecordRelation & { caseId: string },
): Promise<Relation> {
  if (!canJudge(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, caseId);
    const { from, to } = await findEnds(ctx, caseId, input.from, input.to);
    refuse(refuseRelation(from, to, input));
    if (!from || !to) throw new Error("a relation without ends was not refused");
    const held = await holdPair(ctx, from, to, familyOf(input.kind));
    return writeJudgement(ctx, held, input, { from: from.id });
  });
}
