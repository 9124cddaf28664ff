import type { z } from "zod";
import { announceRevocation } from "@/platform/auth/revocation";
import type { Via } from "@/platform/context";
import { prisma, type Tx } from "@/platform/db/client";
import { AppError, notFound } from "@/platform/errors";
import type { DisconnectIdentity } from "../schema";
import { tellTeams } from "./tell-teams";

type Person = { id: string; name: string; sid: string };

/**
 * Ends the sign-in by that provider, and the sessions that it opened, but for the one that asks. Refused where it is the
 * only way into the account.
 */
export async function disconnectIdentity(
  user: Person,
  { issuer, subject }: z.output<typeof DisconnectIdentity>,
): Promise<null> {
  await prisma().$transaction(async (tx) => {
    const { passwordHash } = await tx.user.findUniqueOrThrow({
      where: { id: user.id },
      select: { passwordHash: true },
    });
    if (passwordHash === null) throw new AppError("CONFLICT", "Your account has no password: you could not sign in.");
    const { count } = await tx.identity.deleteMany({ where: { issuer, subject, userId: user.id } });
    if (count === 0) return;
    await tellTeams(tx, user, "identity.disconnected");
    await endProviderSessions(tx, user.id, user.sid);
  });
  return null;
}

async function endProviderSessions(tx: Tx, userId: string, except?: string) {
  await tx.session.deleteMany({ where: { userId, viaProvider: true, ...(except && { id: { not: except } }) } });
  await announceRevocation(tx, userId);
}

/** For administrators: where a provider handed an address on, or has been replaced. Returns how many were ended. */
export function disconnectAll(email: string, via: Via): Promise<{ ended: number }> {
  return prisma().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: email.trim().toLowerCase() } });
    if (!user) throw notFound("account");
    const { count } = await tx.identity.deleteMany({ where: { userId: user.id } });
    if (count > 0) await tellTeams(tx, user, "identity.disconnected", via);
    await endProviderSessions(tx, user.id);
    return { ended: count };
  });
}
