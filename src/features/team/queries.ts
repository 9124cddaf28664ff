import { hashSecret } from "@/platform/auth/secrets";
import { type Ctx, db } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { forbidden, notFound } from "@/platform/errors";
import { canManagePeople, canSeeAddresses } from "./policy";
import type { ApiToken, ConnectedIdentity, Invite, Me, Member, SignedInSession } from "./schema";

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
    select: {
      role: true,
      createdAt: true,
      user: {
        select: {
          id: true,
          email: true,
          name: true,
          sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
        },
      },
    },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  });
  const shown = canSeeAddresses(ctx.actor);
  return rows.map(({ role, createdAt, user }) => ({
    id: user.id,
    name: user.name,
    email: shown || user.id === ctx.actor.userId ? user.email : "",
    role,
    joinedAt: createdAt.toISOString(),
    lastSeenAt: shown ? (user.sessions[0]?.lastSeenAt.toISOString() ?? null) : null,
  }));
}

/** The person's own tokens that have not been revoked, newest first. */
export async function listTokens(ctx: Ctx): Promise<ApiToken[]> {
  const rows = await db(ctx).apiToken.findMany({
    where: { teamId: ctx.teamId, userId: ctx.actor.userId, revokedAt: null },
    select: { id: true, name: true, scope: true, hint: true, createdAt: true, expiresAt: true, lastUsedAt: true },
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

/** Invitations that somebody could still follow, the newest first. For those who invite. */
export async function listInvites(ctx: Ctx): Promise<Invite[]> {
  if (!canManagePeople(ctx.actor)) throw forbidden();
  const rows = await db(ctx).$queryRaw<
    (Omit<Invite, "createdAt" | "expiresAt"> & { createdAt: Date; expiresAt: Date })[]
  >`
    SELECT i.id::text, i.email, i.role::text, i.mail::text, json_build_object('id', u.id, 'name', u.name) AS "invitedBy",
           i.created_at AS "createdAt", i.expires_at AS "expiresAt"
    FROM invite i JOIN "user" u ON u.id = i.created_by_id
    WHERE i.team_id = ${ctx.teamId}::uuid AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
    ORDER BY i.id DESC`;
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

export type OpenInvite = {
  teamId: string;
  team: string;
  slug: string;
  email: string | null;
  role: Invite["role"];
  invitedBy: string;
};

/** What an invitation says to whoever holds its link; null for one that is used, taken back or too old. */
export async function findOpenInvite(token: string): Promise<OpenInvite | null> {
  const [row] = await prisma().$queryRaw<OpenInvite[]>`
    SELECT i.team_id::text AS "teamId", t.name AS team, t.slug, i.email, i.role::text, u.name AS "invitedBy"
    FROM invite i JOIN team t ON t.id = i.team_id JOIN "user" u ON u.id = i.created_by_id
    WHERE i.token_hash = ${hashSecret(token)} AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()`;
  return row ?? null;
}

export type SignIn = {
  hasPassword: boolean;
  /** Since when a second factor is in force, or null. */
  secondFactorSince: string | null;
  recoveryCodesLeft: number;
  identities: ConnectedIdentity[];
};

/** By what this person signs in. */
export async function readSignIn(userId: string): Promise<SignIn> {
  const user = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      passwordHash: true,
      secondFactor: { select: { confirmedAt: true } },
      identities: { orderBy: { createdAt: "asc" } },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  return {
    hasPassword: user.passwordHash !== null,
    secondFactorSince: user.secondFactor?.confirmedAt?.toISOString() ?? null,
    recoveryCodesLeft: user._count.recoveryCodes,
    identities: user.identities.map(({ issuer, subject, email, createdAt }) => ({
      issuer,
      subject,
      email,
      connectedAt: createdAt.toISOString(),
    })),
  };
}

/** Whether the team lets in only who has a second factor, and who of it has none. Names are for those who invite. */
export async function readSecondFactorRule(ctx: Ctx): Promise<{ required: boolean; without: string[] }> {
  const { requiresSecondFactor } = await db(ctx).team.findUniqueOrThrow({ where: { id: ctx.teamId } });
  if (!canManagePeople(ctx.actor)) return { required: requiresSecondFactor, without: [] };
  const rows = await db(ctx).$queryRaw<{ name: string }[]>`
    SELECT u.name FROM membership m JOIN "user" u ON u.id = m.user_id
    WHERE m.team_id = ${ctx.teamId}::uuid
      AND NOT EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM identity i WHERE i.user_id = u.id)
    ORDER BY u.name`;
  return { required: requiresSecondFactor, without: rows.map(({ name }) => name) };
}

/** Whether the caller has their inbox of this team mailed once a day. */
export async function readDigest(ctx: Ctx): Promise<boolean> {
  const where = { teamId_userId: { teamId: ctx.teamId, userId: ctx.actor.userId } };
  return (await db(ctx).membership.findUnique({ where, select: { digest: true } }))?.digest ?? false;
}
