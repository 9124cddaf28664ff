import { hashSecret, makeSecret } from "@/platform/auth/secrets";
import { prisma } from "@/platform/db/client";
import { lockTeams } from "./join-team";

const HOURS = 24;

/**
 * A link with which the first person of an empty installation makes an account: works once, for a day, and replaces the
 * one before. Null where somebody has an account already.
 */
export async function createSetupLink(publicUrl: string): Promise<string | null> {
  const token = makeSecret();
  const made = await prisma().$transaction(async (tx) => {
    await lockTeams(tx);
    if ((await tx.user.findFirst({ select: { id: true } })) !== null) return false;
    await tx.setupLink.deleteMany({});
    const expiresAt = new Date(Date.now() + HOURS * 3_600_000);
    await tx.setupLink.create({ data: { tokenHash: hashSecret(token), expiresAt } });
    return true;
  });
  return made ? new URL(`/set-up/${token}`, publicUrl).href : null;
}
