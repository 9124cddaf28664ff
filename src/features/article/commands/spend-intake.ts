import type { TxCtx } from "@/platform/context";
import { notFound } from "@/platform/errors";

/** Removes a source that is saved in this transaction, once: who saves it a second time finds it gone. */
export async function spendIntake(ctx: TxCtx, caseId: string, intakeId: string | undefined): Promise<void> {
  if (intakeId === undefined) return;
  const where = { teamId: ctx.teamId, id: intakeId, caseId, createdById: ctx.actor.userId };
  const { count } = await ctx.tx.intake.deleteMany({ where });
  if (count === 0) throw notFound("source in this case that was read");
}
