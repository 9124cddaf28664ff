import type { Ctx, TeamId } from "../context";
import { prisma } from "../db/client";
import { hashSecret } from "./secrets";

/** How stale `lastUsedAt` may grow before a request writes it again. */
const USED_EVERY_MS = 60_000;

export type TokenCtx = Ctx & { /** It may only read. */ readOnly: boolean };

/** Who a bearer token acts for, or null where it is unknown, ended, revoked, or its owner has left the team. */
export async function tokenCtx(secret: string): Promise<TokenCtx | null> {
  const token = await prisma().apiToken.findUnique({ where: { tokenHash: hashSecret(secret) } });
  const now = Date.now();
  if (!token || token.revokedAt || (token.expiresAt && token.expiresAt.getTime() <= now)) return null;
  const { teamId, userId } = token;
  const membership = await prisma().membership.findUnique({
    where: { teamId_userId: { teamId, userId } },
    select: { role: true, user: { select: { name: true } } },
  });
  if (!membership) return null;
  if (now - (token.lastUsedAt?.getTime() ?? 0) > USED_EVERY_MS) {
    await prisma().apiToken.updateMany({ where: { teamId, id: token.id }, data: { lastUsedAt: new Date(now) } });
  }
  const actor = { userId, name: membership.user.name, role: membership.role };
  return { teamId: teamId as TeamId, actor, via: "api", readOnly: token.scope === "read" };
}
