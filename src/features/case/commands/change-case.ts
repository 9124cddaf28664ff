import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { changedFields } from "@/features/activity/rules";
import { type Ctx, transact } from "@/platform/context";
import { forbidden, stale } from "@/platform/errors";
import { canChangeBlindness, canChangeCase } from "../policy";
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
    const before = { title: current.title, description: current.description, blind: current.blind };
    const change = changedFields(before, { ...before, ...wanted });
    if (!change) return current;
    if ("blind" in change.after && !canChangeBlindness(ctx.actor)) throw forbidden();
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
