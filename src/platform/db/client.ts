import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { closePool, pool } from "./pool";
import { keepPlan, onItsConnection, TellingAdapter, withRawSql } from "./raw-sql";

/** For SQL by hand: `Prisma.sql`, `Prisma.join`, `Prisma.empty`. */
export { keepPlan, Prisma };

export type Tx = Prisma.TransactionClient;

const kept = globalThis as typeof globalThis & { crossbearingPrisma?: PrismaClient };

export function prisma(): PrismaClient {
  kept.crossbearingPrisma ??= withRawSql(makePrisma(), (query) => pool().query(query));
  return kept.crossbearingPrisma;
}

const makePrisma = () => new PrismaClient({ adapter: new TellingAdapter(pool(), { disposeExternalPool: false }) });

const LIMITS = { maxWait: 10_000, timeout: 60_000 };

/** Runs `work` in a new transaction. */
export const begin = <T>(work: (tx: Tx) => Promise<T>, limits = LIMITS): Promise<T> =>
  onItsConnection((ask) => prisma().$transaction((tx) => work(withRawSql(tx, ask)), limits));

/** Ends every connection of this process; the next use opens new ones. For tests and for command-line tools. */
export async function disconnect(): Promise<void> {
  await kept.crossbearingPrisma?.$disconnect();
  kept.crossbearingPrisma = undefined;
  await closePool();
}
