import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { changedFields } from "@/features/activity/rules";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, notFound, refuse, stale } from "@/platform/errors";
import { canChangeOutlet, canGradeOutlet } from "../policy";
import { getOutlet } from "../queries";
import { refuseName } from "../rules";
import type { ChangeOutlet, Outlet } from "../schema";
import { writeDomains, writeNames } from "./write-names";

type Input = z.output<typeof ChangeOutlet> & { outletId: string };
type Fields = Omit<Outlet, "id" | "version" | "createdAt" | "updatedAt">;

export function changeOutlet(ctx: Ctx, { outletId, version, reason, ...wanted }: Input): Promise<Outlet> {
  if (!canChangeOutlet(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockOutlet(ctx, outletId);
    const current = await getOutlet(ctx, outletId);
    if (version !== undefined && version !== current.version) throw stale("outlet", current);
    const { id: _, version: __, createdAt: ___, updatedAt: ____, ...before } = current;
    const after: Fields = { ...before, ...withoutUndefined(wanted) };
    const change = changedFields(before, after);
    if (!change) return current;
    if ("reliability" in change.after && !canGradeOutlet(ctx.actor)) {
      throw forbidden("Only leads and owners grade outlets.");
    }
    refuse(refuseName(after.name));
    await write(ctx, outletId, before, after, reason ?? "");
    await recordActivity(ctx, {
      verb: "outlet.changed",
      subject: { type: "outlet", id: outletId, label: after.name },
      before: change.before,
      after: reason ? { ...change.after, reason } : change.after,
    });
    return getOutlet(ctx, outletId);
  });
}

async function lockOutlet(ctx: TxCtx, outletId: string) {
  const rows = await ctx.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM outlet WHERE team_id = ${ctx.teamId}::uuid AND id = ${outletId}::uuid FOR NO KEY UPDATE`;
  if (rows.length === 0) throw notFound("outlet");
}

async function write(ctx: TxCtx, outletId: string, before: Fields, after: Fields, reason: string) {
  const { teamId, actor } = ctx;
  const { name, owner, language, country, reliability } = after;
  await ctx.tx.outlet.update({
    where: { teamId_id: { teamId, id: outletId } },
    data: { name, owner, language, country, reliability, version: { increment: 1 } },
  });
  await writeNames(ctx, outletId, name, after.aliases);
  await writeDomains(ctx, outletId, after.domains);
  if (before.reliability !== reliability) {
    await ctx.tx.outletGrade.create({ data: { teamId, outletId, reliability, reason, gradedById: actor.userId } });
  }
}

const withoutUndefined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
