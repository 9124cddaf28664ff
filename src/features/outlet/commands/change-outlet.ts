import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { changedFields } from "@/features/activity/rules";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid, refuse, stale } from "@/platform/errors";
import { canChangeOutlet, canGradeOutlet } from "../policy";
import { getOutlet } from "../queries";
import { refuseName } from "../rules";
import type { ChangeOutlet, Outlet } from "../schema";
import { lockOutlet, lockTeam } from "./lock-outlets";
import { bringCarriers, writeCarriers } from "./write-carriers";
import { writeDomains, writeNames } from "./write-names";

type Input = z.output<typeof ChangeOutlet> & { outletId: string };
type Wanted = Omit<Input, "outletId" | "version" | "reason">;
type Fields = Pick<
  Outlet,
  "name" | "aliases" | "domains" | "owner" | "language" | "country" | "reliability" | "carriers"
>;

export function changeOutlet(ctx: Ctx, { outletId, version, reason, ...wanted }: Input): Promise<Outlet> {
  if (!canChangeOutlet(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockTeam(ctx);
    await lockOutlet(ctx, outletId);
    const current = await getOutlet(ctx, outletId);
    if (version !== undefined && version !== current.version) throw stale("outlet", current);
    if (current.mergedInto) throw invalid("outlet", `is part of ${current.mergedInto.name}: change that one`);
    const before = fieldsOf(current);
    const after = await applyWanted(ctx, outletId, before, wanted);
    const change = changedFields(told(before), told(after));
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

const fieldsOf = ({ name, aliases, domains, owner, language, country, reliability, carriers }: Outlet): Fields => ({
  name,
  aliases,
  domains,
  owner,
  language,
  country,
  reliability,
  carriers,
});

const told = ({ carriers, ...fields }: Fields) => ({ ...fields, carriers: carriers.map(({ name }) => name) });

async function applyWanted(ctx: TxCtx, id: string, before: Fields, wanted: Wanted): Promise<Fields> {
  const { carriers, ...plain } = wanted;
  const next = { ...before, ...withoutUndefined(plain) };
  if (carriers === undefined) return next;
  return { ...next, carriers: await bringCarriers(ctx, { ...next, id }, carriers) };
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
  if (after.carriers !== before.carriers) await writeCarriers(ctx, outletId, after.carriers);
  if (before.reliability !== reliability) {
    await ctx.tx.outletGrade.create({ data: { teamId, outletId, reliability, reason, gradedById: actor.userId } });
  }
}

const withoutUndefined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
