import type { Ctx, TxCtx } from "../context";
import { Prisma, prisma } from "./client";
import { inlineSql } from "./inline-sql";

/** A reader may be slow; who goes away ends it at once. */
const LIMITS = { maxWait: 10_000, timeout: 3_600_000 };

/** Runs `work` over one moment of the database, in which nothing can be written. */
export function atOneMoment<T>(ctx: Ctx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  const isolationLevel = Prisma.TransactionIsolationLevel.RepeatableRead;
  return prisma().$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      return work({ ...ctx, tx });
    },
    { ...LIMITS, isolationLevel },
  );
}

let cursors = 0;

/** The rows of a statement, so many at a time, however many there are. */
export async function* lotsOf<T>(ctx: TxCtx, sql: Prisma.Sql, size: number): AsyncGenerator<T[]> {
  cursors += 1;
  const name = `lots_${cursors}`;
  await ctx.tx.$executeRawUnsafe(`DECLARE ${name} NO SCROLL CURSOR FOR ${inlineSql(sql)}`);
  for (;;) {
    const rows = await ctx.tx.$queryRawUnsafe<T[]>(`FETCH ${size} FROM ${name}`);
    if (rows.length > 0) yield rows;
    if (rows.length < size) break;
  }
  await ctx.tx.$executeRawUnsafe(`CLOSE ${name}`);
}
