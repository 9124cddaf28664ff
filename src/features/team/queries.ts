import { hashSecret } from "@/platform/auth/secrets";
import { type Ctx, db } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import { canSeeAddresses } from "./policy";
import type { ApiToken, Me, Member, SignedInSession } from "./schema";

/** Who asks, in which team, with which role. */
export async function getMe(ctx: Ctx): Promise<Me> {
  const row = await db(ctx).membership.findUnique({
    where: { teamId_userId: { teamId: ctx.teamId, userId: ctx.actor.userId } },
    select: {
      role: true,
      user: { select: { id: true, email: true, name: true } },
      team: { select: { id: true, slug: true, name: true } },
    },
  });
  if (!row) throw notFound("member");
  return row;
}

/** The team's members by name. */
export async function listMembers(ctx: Ctx): Promise<Member[]> {
  const rows = await db(ctx).membership.findMany({
    where: { teamId: ctx.teamId },
    select: { role: true, createdAt: true, user: { select: { id: true, email: true, name: true } } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  });
  const shown = canSeeAddresses(ctx.actor);
  return rows.map(({ role, createdAt, user }) => ({
    id: user.id,
    name: user.name,
    email: shown || user.id === ctx.actor.userId ? user.email : "",
    role,
    joinedAt: createdAt.toISOString(),
  }));
}

/** The person's own tokens that have not been revoked, newest first. */
export async function listTokens(ctx: Ctx): Promise<ApiToken[]> {
  const rows = await db(ctx).apiToken.findMany({
    where: { teamId: ctx.teamId, userId: ctx.actor.userId, revokedAt: null },
    select: { id: true, name: true, hint: true, createdAt: true, expiresAt: true, lastUsedAt: true },
    orderBy: { id: "desc" },
  });
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}

/** The person's own signed-in browsers, the one last used first. */
export async function listSessions(ctx: Ctx): Promise<SignedInSession[]> {
  const rows = await db(ctx).session.findMany({
    where: { userId: ctx.actor.userId, expiresAt: { gt: new Date() } },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
  });
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
}

/** Whether a set-up link would still work. */
export async function isSetupOpen(token: string): Promise<boolean> {
  const link = await prisma().setupLink.findUnique({ where: { tokenHash: hashSecret(token) } });
  if (!link || link.usedAt || link.expiresAt <= new Date()) return false;
  return (await prisma().user.findFirst({ select: { id: true } })) === null;
}
