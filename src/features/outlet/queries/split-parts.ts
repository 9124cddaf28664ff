import { type Ctx, db } from "@/platform/context";
import { outletKey } from "../rules";
import { isUnder } from "../rules/split";
import type { Outlet } from "../schema";

type Taken = { aliases: readonly string[]; domains: readonly string[] };

/** What goes with aliases and domains split off an outlet: articles by their address, steps by the name typed in them. */
export async function findSplitParts(
  ctx: Ctx,
  whole: Pick<Outlet, "id" | "domains">,
  { aliases, domains }: Taken,
): Promise<{ articles: string[]; names: string[] }> {
  const keys = new Set(aliases.map(outletKey));
  const addresses =
    domains.length === 0
      ? []
      : await db(ctx).$queryRaw<{ id: string; url: string | null }[]>`
          SELECT id::text, url FROM article WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ${whole.id}::uuid`;
  const typed = await db(ctx).$queryRaw<{ name: string }[]>`
    SELECT DISTINCT name FROM attribution_step WHERE team_id = ${ctx.teamId}::uuid AND outlet_id = ${whole.id}::uuid`;
  return {
    articles: addresses.filter(({ url }) => isUnder(url, domains, whole.domains)).map(({ id }) => id),
    names: typed.map(({ name }) => name).filter((name) => keys.has(outletKey(name))),
  };
}
