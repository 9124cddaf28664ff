import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { closePool, pool } from "./pool";

/** For SQL by hand: `Prisma.sql`, `Prisma.join`, `Prisma.empty`. */
export { Prisma };

export type Tx = Prisma.TransactionClient;

const kept = globalThis as typeof globalThis & { crossbearingPrisma?: PrismaClient };

export function prisma(): PrismaClient {
  kept.crossbearingPrisma ??= new PrismaClient({ adapter: new PrismaPg(pool(), { disposeExternalPool: false }) });
  return kept.crossbearingPrisma;
}

/** Ends every connection of this process; the next use opens new ones. For tests and for command-line tools. */
export async function disconnect(): Promise<void> {
  await kept.crossbearingPrisma?.$disconnect();
  kept.crossbearingPrisma = undefined;
  await closePool();
}
