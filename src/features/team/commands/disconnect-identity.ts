import type { z } from "zod";
import type { Via } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { AppError, notFound } from "@/platform/errors";
import type { DisconnectIdentity } from "../schema";
import { tellTeams } from "./tell-teams";

type Person = { id: string; name: string };

/** Ends the sign-in by that provider. Refused where it is the only way into the account. */
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
    if (count > 0) await tellTeams(tx, user, "identity.disconnected");
  });
  return null;
}

/** For administrators: where a provider handed an address on, or has been replaced. Returns how many were ended. */
export function disconnectAll(email: string, via: Via): Promise<{ ended: number }> {
  return prisma().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: email.trim().toLowerCase() } });
    if (!user) throw notFound("account");
    const { count } = await tx.identity.deleteMany({ where: { userId: user.id } });
    if (count > 0) await tellTeams(tx, user, "identity.disconnected", via);
    return { ended: count };
  });
}
