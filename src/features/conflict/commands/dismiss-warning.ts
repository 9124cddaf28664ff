import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, invalid, stale } from "@/platform/errors";
import { canDismissWarning } from "../policy";
import { findDismissal } from "../queries/dismissals";
import { findWarning } from "../queries/list-warnings";
import { warningLabel } from "../rules/warning-subject";
import type { Dismissal, DismissWarning } from "../schema";

/** Lets a warning be while its facts are what they are now. */
export async function dismissWarning(
  ctx: Ctx,
  { caseId, kind, subject, reason, facts }: DismissWarning & { caseId: string },
): Promise<Dismissal> {
  if (!canDismissWarning(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { blind } = await lockCase(ctx, caseId);
    const warning = await findWarning(ctx, caseId, { kind, subject });
    if (!warning) throw invalid("subject", "has no warning of this kind");
    if (facts !== undefined && facts !== warning.facts) throw stale("warning", warning);
    if (warning.dismissal) throw invalid("subject", "has this warning dismissed already");
    const { teamId } = ctx;
    const data = { teamId, caseId, kind, subject, facts: warning.facts, reason, userId: ctx.actor.userId };
    const { id } = await ctx.tx.warningDismissal.create({ data, select: { id: true } });
    await recordActivity(ctx, {
      caseId,
      verb: "warning.dismissed",
      subject: { type: "warning", id, label: warningLabel(warning, blind) },
      after: { kind, reason },
    });
    const made = await findDismissal(ctx, caseId, id);
    if (!made) throw new Error("a dismissal just made is not there");
    const { facts: _, ...dismissal } = made;
    return dismissal;
  });
}
