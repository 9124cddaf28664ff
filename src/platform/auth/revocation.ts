import type { Tx } from "../db/client";

export const REVOKED_CHANNEL = "crossbearing_revoked";

/** Tells every process, when the transaction commits, to look again whether this person's open streams may go on. */
export async function announceRevocation(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${REVOKED_CHANNEL}, ${userId})`;
}
