import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCases } from "@/features/case/commands/lock-cases";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid, refuse, stale } from "@/platform/errors";
import { canMergeOutlets } from "../policy";
import { getOutlet } from "../queries";
import { findSplitParts } from "../queries/split-parts";
import { outletKey, refuseName } from "../rules";
import { refuseSplit } from "../rules/split";
import type { Outlet, Reach, SplitOutlet } from "../schema";
import { lockCredit, lockTeam } from "./lock-outlets";
import { creditAnew, moveArticles, moveDomains, moveNames, moveSteps } from "./move-parts";
import { writeNames } from "./write-names";

type Input = z.output<typeof SplitOutlet> & { outletId: string };

/**
 * Makes another outlet of some of an outlet's aliases and domains. With them go the articles at those domains and the
 * steps in which such a name was typed. Owner, country and grade are not copied: they were said of the other one.
 * Merging the new outlet back undoes it.
 */
export function splitOutlet(ctx: Ctx, { outletId, version, ...wanted }: Input): Promise<Outlet> {
  if (!canMergeOutlets(ctx.actor)) throw forbidden();
  refuse(refuseName(wanted.name));
  return transact(ctx, async (ctx) => {
    await lockCases(ctx);
    await lockTeam(ctx);
    await lockCredit(ctx, [outletId]);
    const whole = await getOutlet(ctx, outletId);
    if (version !== undefined && version !== whole.version) throw stale("outlet", whole);
    if (whole.mergedInto) throw invalid("outlet", `is part of ${whole.mergedInto.name}: split that one`);
    refuse(refuseSplit(whole, wanted));
    const { id, reach } = await split(ctx, whole, wanted);
    await recordActivity(ctx, {
      verb: "outlet.split",
      subject: { type: "outlet", id, label: wanted.name },
      after: { from: whole.name, aliases: wanted.aliases, domains: wanted.domains, moved: reach },
    });
    return getOutlet(ctx, id);
  });
}

async function split(
  ctx: TxCtx,
  whole: Outlet,
  { name, aliases, domains }: Pick<Input, "name" | "aliases" | "domains">,
): Promise<{ id: string; reach: Reach }> {
  const { teamId } = ctx;
  const parts = await findSplitParts(ctx, whole, { aliases, domains });
  const { id } = await ctx.tx.outlet.create({ data: { teamId, name }, select: { id: true } });
  const way = { from: whole.id, to: id };
  await moveNames(ctx, way, aliases.map(outletKey));
  await writeNames(ctx, id, name, aliases);
  await moveDomains(ctx, way, domains);
  const articles = await moveArticles(ctx, way, parts.articles);
  await moveSteps(ctx, way, parts.names);
  const reach = await creditAnew(ctx, whole.id, articles);
  await ctx.tx.outlet.update({
    where: { teamId_id: { teamId, id: whole.id } },
    data: { version: { increment: 1 } },
  });
  return { id, reach };
}
