import { type Ctx, transact } from "@/platform/context";
import { forbidden, notFound, stale } from "@/platform/errors";
import { canSignFinding, canWriteFinding } from "../policy";
import type { Finding, WithdrawFinding } from "../schema";
import { answerFinding, holdConflict, present, unsignedOf } from "./hold-conflict";
import { tellOfFinding } from "./store-finding";

type Input = WithdrawFinding & { caseId: string; number: number };

/** Takes back what is not signed yet: one's own, or as a lead anybody's. Its row is kept; `restoreFinding` undoes it. */
export async function withdrawFinding(ctx: Ctx, { caseId, number, version }: Input): Promise<Finding> {
  if (!canWriteFinding(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const held = await holdConflict(ctx, caseId, number);
    const row = unsignedOf(held);
    if (!row) throw notFound("finding");
    if (row.author.id !== ctx.actor.userId && !canSignFinding(ctx.actor)) throw forbidden();
    if (version !== undefined && version !== row.version) throw stale("finding", present(held, row));
    await ctx.tx.finding.update({
      where: { teamId_id: { teamId: ctx.teamId, id: row.id } },
      data: { status: "withdrawn", statusBefore: row.status, version: { increment: 1 } },
    });
    const change = { before: { status: row.status }, after: { status: "withdrawn" } };
    await tellOfFinding(ctx, held, { id: row.id, verb: "finding.withdrawn", ...change });
    return answerFinding(ctx, held, row.id);
  });
}
