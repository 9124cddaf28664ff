import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { type Ctx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canOpenCase } from "../policy";
import { getCase } from "../queries";
import type { Case, OpenCase } from "../schema";

type Later = "secondSignature" | "timeTolerance";
type Input = Omit<z.output<typeof OpenCase>, Later> &
  Partial<Pick<z.output<typeof OpenCase>, Later>> & { demo?: boolean };

export function openCase(
  ctx: Ctx,
  { title, description, blind, secondSignature = false, timeTolerance = 0, demo = false }: Input,
): Promise<Case> {
  if (!canOpenCase(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const row = await ctx.tx.case.create({
      data: {
        teamId: ctx.teamId,
        title,
        description,
        blind,
        secondSignature,
        timeTolerance,
        demo,
        createdById: ctx.actor.userId,
      },
      select: { id: true },
    });
    await recordActivity(ctx, {
      caseId: row.id,
      verb: "case.opened",
      subject: { type: "case", id: row.id, label: title },
      after: {
        title,
        description,
        blind,
        ...(secondSignature && { secondSignature }),
        ...(timeTolerance > 0 && { timeTolerance }),
      },
    });
    return getCase(ctx, row.id);
  });
}
