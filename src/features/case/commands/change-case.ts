import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { changedFields } from "@/features/activity/rules";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, stale } from "@/platform/errors";
import { canChangeCase, canChangeRules } from "../policy";
import { getCase } from "../queries";
import type { Case, ChangeCase } from "../schema";
import { lockCase } from "./lock-case";

type Input = z.output<typeof ChangeCase> & { caseId: string };

export function changeCase(ctx: Ctx, { caseId, version, ...wanted }: Input): Promise<Case> {
  if (!canChangeCase(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, caseId);
    const current = await getCase(ctx, caseId);
    if (version !== undefined && version !== current.version) throw stale("case", current);
    const { title, description, blind, secondSignature, timeTolerance } = current;
    const before = { title, description, blind, secondSignature, timeTolerance };
    const change = changedFields(before, { ...before, ...wanted });
    if (!change) return current;
    const rules = "blind" in change.after || "secondSignature" in change.after;
    if (rules && !canChangeRules(ctx.actor)) throw forbidden();
    await ctx.tx.case.update({
      where: { teamId_id: { teamId: ctx.teamId, id: caseId } },
      data: { ...change.after, version: { increment: 1 } },
    });
    const label = wanted.title ?? current.title;
    await recordActivity(ctx, {
      caseId,
      verb: "case.changed",
      subject: { type: "case", id: caseId, label },
      ...change,
    });
    return getCase(ctx, caseId);
  });
}
