import { recordActivities } from "@/features/activity/commands/record-activities";
import type { TxCtx } from "@/platform/context";
import { forbidden, refuse } from "@/platform/errors";
import { newId } from "@/platform/new-id";
import { canCreateOutlet } from "../policy";
import { findOutlets } from "../queries";
import { outletKey, refuseName } from "../rules";
import type { FoundOutlet } from "../schema";
import { lockTeam } from "./lock-outlets";

/**
 * The outlets meant by many ids, names and aliases, by what was asked for: what `resolveOutlet` answers one by one, in a
 * fixed number of queries. Unknown names create outlets; where another writer was first, theirs is found. `check` may
 * refuse a name that is not known.
 */
export async function bringOutlets(
  ctx: TxCtx,
  asked: readonly string[],
  check: (name: string) => void = () => {},
): Promise<Map<string, FoundOutlet>> {
  const found = await findOutlets(ctx, [...asked]);
  const unknown = new Map(asked.filter((name) => !found.has(name)).map((name) => [outletKey(name), name]));
  if (unknown.size === 0) return found;
  if (!canCreateOutlet(ctx.actor)) throw forbidden();
  const rows = [...unknown].map(([key, name]) => {
    check(name);
    refuse(refuseName(name, "outlet"));
    return { id: newId(), key, name };
  });
  await lockTeam(ctx);
  const made = await insertOutlets(ctx, rows);
  await recordActivities(
    ctx,
    undefined,
    rows
      .filter(({ id }) => made.has(id))
      .map(({ id, name }) => ({
        verb: "outlet.created",
        subject: { type: "outlet" as const, id, label: name },
        after: { name },
      })),
  );
  return findOutlets(ctx, [...asked]);
}

/** The ids of those whose name nobody else took in the meantime; the others are not kept. */
async function insertOutlets(ctx: TxCtx, rows: { id: string; key: string; name: string }[]): Promise<Set<string>> {
  const { teamId } = ctx;
  const json = JSON.stringify(rows);
  await ctx.tx.$executeRaw`
    INSERT INTO outlet (team_id, id, name) SELECT ${teamId}::uuid, x.id, x.name
    FROM jsonb_to_recordset(${json}::jsonb) AS x(id uuid, name text)`;
  const made = await ctx.tx.$queryRaw<{ id: string }[]>`
    INSERT INTO outlet_alias (team_id, key, outlet_id, name) SELECT ${teamId}::uuid, x.key, x.id, x.name
    FROM jsonb_to_recordset(${json}::jsonb) AS x(id uuid, key text, name text)
    ON CONFLICT DO NOTHING RETURNING outlet_id::text AS id`;
  const ids = new Set(made.map(({ id }) => id));
  const left = rows.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
  if (left.length > 0) {
    await ctx.tx.$executeRaw`DELETE FROM outlet WHERE team_id = ${teamId}::uuid AND id = ANY(${left}::uuid[])`;
  }
  return ids;
}
