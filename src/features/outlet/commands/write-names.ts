import type { TxCtx } from "@/platform/context";
import { AppError, invalid } from "@/platform/errors";
import { findCarried } from "../queries/find-carried";
import { distinctNames, outletKey } from "../rules";

/** Makes these the outlet's names. A name that another outlet goes by is refused, with that outlet's name. */
export async function writeNames(ctx: TxCtx, outletId: string, name: string, aliases: string[]): Promise<void> {
  const { teamId } = ctx;
  // In key order, so that two writers of the same names wait for each other instead of deadlocking.
  const names = distinctNames(name, aliases).sort((a, b) => (a.key < b.key ? -1 : 1));
  await ctx.tx.outletAlias.deleteMany({ where: { teamId, outletId } });
  await ctx.tx.outletAlias.createMany({
    data: names.map((each) => ({ teamId, outletId, ...each })),
    skipDuplicates: true,
  });
  const taken = await ctx.tx.outletAlias.findMany({
    where: { teamId, key: { in: names.map((each) => each.key) }, outletId: { not: outletId } },
    select: { key: true, outlet: { select: { name: true } } },
  });
  await refuseCarried(ctx, outletId, name, names);
  if (taken.length === 0) return;
  throw new AppError("INVALID", "Another outlet goes by this name.", {
    errors: taken.map(({ key, outlet }) => ({
      path: outletKey(name) === key ? "name" : "aliases",
      message: `“${names.find((each) => each.key === key)?.name}” is already a name of ${outlet.name}`,
    })),
  });
}

type Name = { key: string; name: string };

/** A name that already means another outlet, carried by a third, would mean two things. */
async function refuseCarried(ctx: TxCtx, outletId: string, own: string, names: readonly Name[]): Promise<void> {
  const found = await findCarried(
    ctx,
    names.map(({ name }) => name),
  );
  for (const [name, outlet] of found) {
    if (outlet.id === outletId) continue;
    throw invalid(name === own ? "name" : "aliases", `“${name}” already means ${outlet.name}, carried by another`);
  }
}

/** Makes these the outlet's domains; the same refusal. */
export async function writeDomains(ctx: TxCtx, outletId: string, domains: string[]): Promise<void> {
  const { teamId } = ctx;
  const wanted = [...new Set(domains)].sort();
  await ctx.tx.outletDomain.deleteMany({ where: { teamId, outletId } });
  await ctx.tx.outletDomain.createMany({
    data: wanted.map((domain) => ({ teamId, outletId, domain })),
    skipDuplicates: true,
  });
  const taken = await ctx.tx.outletDomain.findMany({
    where: { teamId, domain: { in: wanted }, outletId: { not: outletId } },
    select: { domain: true, outlet: { select: { name: true } } },
  });
  if (taken.length === 0) return;
  throw new AppError("INVALID", "Another outlet has this domain.", {
    errors: taken.map(({ domain, outlet }) => ({
      path: "domains",
      message: `${domain} already belongs to ${outlet.name}`,
    })),
  });
}
