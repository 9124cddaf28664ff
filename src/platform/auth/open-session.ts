import { headers } from "next/headers";
import { prisma } from "../db/client";

const DAY = 86_400;
export const SESSION_SECONDS = 30 * DAY;
/** What a provider vouched for, it is asked about again after a day: people leave. */
const PROVIDER_SECONDS = DAY;

/** A signed-in browser of this person, from now on. */
export async function openSession(userId: string, { viaProvider }: { viaProvider: boolean }) {
  const userAgent = ((await headers()).get("user-agent") ?? "").slice(0, 300);
  const seconds = viaProvider ? PROVIDER_SECONDS : SESSION_SECONDS;
  return prisma().session.create({
    data: { userId, userAgent, viaProvider, expiresAt: new Date(Date.now() + seconds * 1000) },
  });
}
