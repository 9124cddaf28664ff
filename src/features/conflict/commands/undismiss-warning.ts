import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, notFound } from "@/platform/errors";
import { canDismissWarning } from "../policy";
import { findDismissal } from "../queries/dismissals";
import { findWarning } from "../queries/list-warnings";
import { warningLabel } from "../rules/warning-subject";
import type { Dismissal } from "../schema";

type Which = { caseId: string; dismissalId: string };

/** Takes a dismissal back: the warning is in force again, if it still stands. */
export async function undismissWarning(ctx: Ctx, { caseId, dismissalId }: Which): Promise<Dismissal> {
  if (!canDismissWarning(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { blind } = await lockCase(ctx, caseId);
    const dismissal = await findDismissal(ctx, caseId, dismissalId);
    if (!dismissal) throw notFound("dismissal");
    const warning = await findWarning(ctx, caseId, dismissal);
    const sees = dismissal.user.id === ctx.actor.userId || warning?.dismissal?.id === dismissal.id;
    if (blind && !sees) throw notFound("dismissal");
    await ctx.tx.warningDismissal.delete({ where: { teamId_id: { teamId: ctx.teamId, id: dismissal.id } } });
    const { kind, subject, reason } = dismissal;
    await recordActivity(ctx, {
      caseId,
      verb: "warning.undismissed",
      subject: {
        type: "warning",
        id: dismissal.id,
        label: warningLabel({ subject, article: warning?.article }, blind),
      },
      before: { kind, reason },
    });
    const { facts: _, ...taken } = dismissal;
    return taken;
  });
}
