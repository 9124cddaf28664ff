import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, refuse } from "@/platform/errors";
import { canCreateOutlet, canGradeOutlet } from "../policy";
import { getOutlet } from "../queries";
import { refuseName } from "../rules";
import type { CreateOutlet, Outlet } from "../schema";
import { lockTeam } from "./lock-outlets";
import { bringCarriers, writeCarriers } from "./write-carriers";
import { writeDomains, writeNames } from "./write-names";

export function createOutlet(ctx: Ctx, input: z.output<typeof CreateOutlet>): Promise<Outlet> {
  if (!canCreateOutlet(ctx.actor)) throw forbidden();
  if (input.reliability && !canGradeOutlet(ctx.actor)) throw forbidden("Only leads and owners grade outlets.");
  refuse(refuseName(input.name));
  return transact(ctx, async (ctx) => {
    await lockTeam(ctx);
    const id = await insertOutlet(ctx, input);
    await recordActivity(ctx, {
      verb: "outlet.created",
      subject: { type: "outlet", id, label: input.name },
      after: input,
    });
    return getOutlet(ctx, id);
  });
}

async function insertOutlet(ctx: TxCtx, input: z.output<typeof CreateOutlet>): Promise<string> {
  const { name, aliases, domains, owner = null, language = null, country = null, reliability = null } = input;
  const { teamId } = ctx;
  const { id } = await ctx.tx.outlet.create({
    data: { teamId, name, owner, language, country, reliability },
    select: { id: true },
  });
  await writeNames(ctx, id, name, aliases);
  await writeDomains(ctx, id, domains);
  await writeCarriers(ctx, id, await bringCarriers(ctx, { ...input, id }, input.carriers));
  if (reliability) {
    await ctx.tx.outletGrade.create({ data: { teamId, outletId: id, reliability, gradedById: ctx.actor.userId } });
  }
  return id;
}
