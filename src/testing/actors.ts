import { randomBytes } from "node:crypto";
import type { Role } from "@/platform/actor";
import { vouchFor } from "@/platform/auth/vouch";
import type { Ctx, TeamId } from "@/platform/context";
import { prisma } from "@/platform/db/client";

export type TestTeam = { teamId: TeamId } & Record<Role, Ctx>;

/** A new team with one member of each role. Every suite takes its own, so suites never see each other's rows. */
export async function testTeam(): Promise<TestTeam> {
  const slug = `team-${randomBytes(6).toString("hex")}`;
  const { id } = await prisma().team.create({ data: { slug, name: `Team ${slug}` } });
  const [owner, lead, analyst, viewer] = await Promise.all([
    testMember(id, "owner", "Olga Owner"),
    testMember(id, "lead", "Lena Lead"),
    testMember(id, "analyst", "Anna Analyst"),
    testMember(id, "viewer", "Vera Viewer"),
  ]);
  return { teamId: owner.teamId, owner, lead, analyst, viewer };
}

/** One more member of a team, as a context that acts through the page. */
export async function testMember(teamId: string, role: Role, name: string): Promise<Ctx> {
  const email = `${role}-${randomBytes(6).toString("hex")}@example.org`;
  const user = await prisma().user.create({
    data: { email, name, memberships: { create: { teamId, role } } },
    select: { id: true },
  });
  return vouchFor({ teamId, userId: user.id, name, role }, "page");
}

/** The role that this person has in the team now, whatever their context says; null for who has left. */
export async function currentRole({ teamId, actor }: Ctx): Promise<Role | null> {
  const where = { teamId_userId: { teamId, userId: actor.userId } };
  return (await prisma().membership.findUnique({ where, select: { role: true } }))?.role ?? null;
}
