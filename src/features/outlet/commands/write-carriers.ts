import { z } from "zod";
import type { TxCtx } from "@/platform/context";
import { invalid } from "@/platform/errors";
import { Id } from "@/platform/fields";
import { outletKey } from "../rules";
import type { OutletRef } from "../schema";
import { bringOutlets } from "./bring-outlets";

type Own = { id?: string; name: string; aliases: readonly string[] };

/** The carriers meant by names and ids, in the order given; new names are new outlets. */
export async function bringCarriers(ctx: TxCtx, own: Own, asked: readonly string[]): Promise<OutletRef[]> {
  const names = new Set([own.name, ...own.aliases].map(outletKey));
  if (asked.some((each) => names.has(outletKey(each)))) throw invalid("carriers", "names the outlet itself");
  const found = await bringOutlets(ctx, asked, (name) => {
    if (z.safeParse(Id, name).success) throw invalid("carriers", "is not an outlet of this team");
  });
  const carriers = new Map(asked.flatMap((each) => found.get(each) ?? []).map(({ id, name }) => [id, { id, name }]));
  if (own.id && carriers.has(own.id)) throw invalid("carriers", "names the outlet itself");
  return [...carriers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Makes these the outlet's carriers. */
export async function writeCarriers(ctx: TxCtx, outletId: string, carriers: readonly OutletRef[]): Promise<void> {
  const { teamId } = ctx;
  const ids = carriers.map(({ id }) => id);
  await ctx.tx.outletCarrier.deleteMany({ where: { teamId, outletId, carrierId: { notIn: ids } } });
  await ctx.tx.outletCarrier.createMany({
    data: ids.map((carrierId) => ({ teamId, outletId, carrierId })),
    skipDuplicates: true,
  });
}
