import { type Ctx, transact } from "@/platform/context";
import { forbidden, invalid, notFound } from "@/platform/errors";
import { canSignFinding, canWriteFinding } from "../policy";
import type { Finding } from "../schema";
import { answerFinding, holdConflict, unsignedOf } from "./hold-conflict";
import { tellOfFinding } from "./store-finding";

/** Brings back the finding that was withdrawn last, as it was. */
export async function restoreFinding(
  ctx: Ctx,
  { caseId, number }: { caseId: string; number: number },
): Promise<Finding> {
  if (!canWriteFinding(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const held = await holdConflict(ctx, caseId, number);
    const row = held.findings.find((each) => each.status === "withdrawn");
    if (!row?.statusBefore) throw notFound("finding");
    if (row.author.id !== ctx.actor.userId && !canSignFinding(ctx.actor)) throw forbidden();
    if (unsignedOf(held)) throw invalid("status", "cannot be restored: another finding has been begun since");
    await ctx.tx.finding.update({
      where: { teamId_id: { teamId: ctx.teamId, id: row.id } },
      data: { status: row.statusBefore, statusBefore: null, version: { increment: 1 } },
    });
    const change = { before: { status: "withdrawn" }, after: { status: row.statusBefore } };
    await tellOfFinding(ctx, held, { id: row.id, verb: "finding.restored", ...change });
    return answerFinding(ctx, held, row.id);
  });
}
