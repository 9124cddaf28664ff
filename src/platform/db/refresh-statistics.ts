import { Prisma, type Tx } from "./client";

/**
 * Looks at tables anew for the planner, where it knows of fewer than `rows` rows in them. While a large import runs,
 * Postgres has no statistics of what it is writing and takes the wrong index for each row it checks. A table that is
 * being looked at already is left out: nobody waits.
 */
export async function refreshStatistics(tx: Tx, tables: readonly string[], rows: number): Promise<void> {
  const stale = await tx.$queryRaw<{ name: string }[]>`
    SELECT c.relname::text AS name FROM pg_class c
    WHERE c.oid = ANY(SELECT to_regclass(quote_ident(t)) FROM unnest(${[...tables]}::text[]) t) AND c.reltuples < ${rows}`;
  for (const { name } of stale) await tx.$executeRaw(Prisma.raw(`ANALYZE (SKIP_LOCKED) "${name}"`));
}
