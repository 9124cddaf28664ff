import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { hashPassword } from "@/platform/auth/passwords";
import { hashSecret } from "@/platform/auth/secrets";
import { vouchFor } from "@/platform/auth/vouch";
import { prisma, type Tx } from "@/platform/db/client";
import { AppError, invalid } from "@/platform/errors";
import type { AcceptInvite } from "../schema";
import { lockTeams } from "./join-team";

type Person = { id: string; name: string; email: string };
export type Joined = { email: string; team: string };

const closed = () =>
  new AppError("NOT_FOUND", "This invitation does not work: it was used, taken back, or is too old. Ask for another.");

/** Makes an account and joins with it. An address that has an account already is asked to sign in first. */
export async function acceptInvite({ token, name, email, password }: z.output<typeof AcceptInvite>): Promise<Joined> {
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    await lockTeams(tx);
    const invite = await findInvite(tx, token, email);
    if (await tx.user.findUnique({ where: { email }, select: { id: true } }))
      throw invalid("email", "has an account already: sign in with it, then follow the link again");
    const user = await tx.user.create({ data: { email, name, passwordHash } });
    return join(tx, invite, user);
  });
}

/** Joins as the person who is signed in. Who is in the team already keeps their role, and the link its use. */
export function joinAs(user: Person, token: string): Promise<Joined> {
  return prisma().$transaction(async (tx) => {
    await lockTeams(tx);
    const invite = await findInvite(tx, token, user.email);
    const where = { teamId_userId: { teamId: invite.teamId, userId: user.id } };
    if (await tx.membership.findUnique({ where, select: { userId: true } }))
      throw new AppError("CONFLICT", "You are in this team already.");
    return join(tx, invite, user);
  });
}

async function findInvite(tx: Tx, token: string, email: string) {
  const invite = await tx.invite.findUnique({ where: { tokenHash: hashSecret(token) }, include: { team: true } });
  if (!invite || invite.usedAt || invite.revokedAt || invite.expiresAt <= new Date()) throw closed();
  if (invite.email && invite.email !== email) throw invalid("email", "is not the address that was invited");
  return invite;
}

type Invite = Awaited<ReturnType<typeof findInvite>>;

async function join(tx: Tx, { teamId, id, role, team }: Invite, user: Person): Promise<Joined> {
  const { count } = await tx.invite.updateMany({
    where: { teamId, id, usedAt: null },
    data: { usedAt: new Date(), usedById: user.id },
  });
  if (count !== 1) throw closed();
  await tx.membership.create({ data: { teamId, userId: user.id, role } });
  const ctx = vouchFor({ teamId, userId: user.id, name: user.name, role }, "page");
  await recordActivity(
    { ...ctx, tx },
    {
      verb: "member.joined",
      subject: { type: "member", id: user.id, label: user.name },
      after: { email: user.email, role, invite: id },
    },
  );
  return { email: user.email, team: team.slug };
}
