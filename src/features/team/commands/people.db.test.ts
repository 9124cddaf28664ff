import { beforeEach, describe, expect, test } from "vitest";
import { verifyHistory } from "@/features/activity/queries";
import { getClaim } from "@/features/claim/queries";
import { tokenCtx } from "@/platform/auth/tokens";
import { prisma } from "@/platform/db/client";
import { currentRole, type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testToken } from "@/testing/api";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { findOpenInvite, listInvites, listMembers } from "../queries";
import { acceptInvite, joinAs } from "./accept-invite";
import { changeName } from "./change-name";
import { changeRole } from "./change-role";
import { createTeam } from "./create-team";
import { inviteMember } from "./invite-member";
import { removeMember } from "./remove-member";
import { renameTeam } from "./rename-team";
import { revokeInvite } from "./revoke-invite";

testDatabase();

let team: TestTeam;
beforeEach(async () => {
  team = await testTeam();
});

let count = 0;
const address = () => {
  count += 1;
  return `person-${count}@example.org`;
};
const secretOf = ({ path }: { path: string }) => path.split("/").at(-1) ?? "";
const account = (token: string, email: string) => ({
  token,
  name: "Nadia New",
  email,
  password: "a few words do well",
});
const personOf = async (userId: string) => prisma().user.findUniqueOrThrow({ where: { id: userId } });
const lastVerb = async () => {
  const row = await prisma().activity.findFirst({
    where: { teamId: team.teamId, caseId: null },
    orderBy: { seq: "desc" },
  });
  return row && { verb: row.verb, label: row.subject, after: row.after, before: row.before };
};

describe("an invitation", () => {
  test("lets one person make an account and join, once", async () => {
    const email = address();
    const made = await inviteMember(team.owner, { email, role: "analyst" });
    const token = secretOf(made);
    expect(await findOpenInvite(token)).toMatchObject({ email, role: "analyst", invitedBy: "Olga Owner" });
    expect((await listInvites(team.owner)).map(({ id }) => id)).toEqual([made.id]);
    await expect(acceptInvite(account(token, address()))).rejects.toMatchObject({ code: "INVALID" });
    const joined = await acceptInvite(account(token, email));
    expect(joined).toMatchObject({ email });
    expect(await lastVerb()).toMatchObject({ verb: "member.joined", label: "Nadia New", after: { role: "analyst" } });
    expect((await listMembers(team.owner)).find((each) => each.email === email)?.role).toBe("analyst");
    await expect(acceptInvite(account(token, address()))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findOpenInvite(token)).toBeNull();
    expect(await listInvites(team.owner)).toEqual([]);
    expect(await verifyHistory(team.owner, null)).toMatchObject({ firstAltered: null });
  });

  test("is taken by who is signed in; who has an account is asked to sign in first", async () => {
    const guest = (await testTeam()).analyst;
    const { id, name, email } = await personOf(guest.actor.userId);
    const token = secretOf(await inviteMember(team.owner, { role: "viewer" }));
    await expect(acceptInvite(account(token, email))).rejects.toMatchObject({ errors: [{ path: "email" }] });
    await joinAs({ id, name, email }, token);
    expect((await listMembers(team.owner)).find((each) => each.id === id)?.role).toBe("viewer");
    const another = secretOf(await inviteMember(team.owner, { role: "owner" }));
    await expect(joinAs({ id, name, email }, another)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await findOpenInvite(another)).not.toBeNull();
  });

  test("followed by many at once lets one in", async () => {
    const token = secretOf(await inviteMember(team.owner, { role: "analyst" }));
    const tries = Array.from({ length: 4 }, () => acceptInvite(account(token, address())));
    expect((await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listMembers(team.owner)).toHaveLength(5);
  });

  test("ends by itself, and when it is taken back", async () => {
    const made = await inviteMember(team.owner, { role: "analyst" });
    await revokeInvite(team.owner, { inviteId: made.id });
    expect(await lastVerb()).toMatchObject({ verb: "invite.revoked" });
    await expect(acceptInvite(account(secretOf(made), address()))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const late = await inviteMember(team.owner, { role: "analyst" });
    await prisma().invite.updateMany({ where: { id: late.id }, data: { expiresAt: new Date(0) } });
    await expect(acceptInvite(account(secretOf(late), address()))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is made by owners, for people who are not members yet", async () => {
    for (const actor of [team.lead, team.analyst, team.viewer])
      await expect(inviteMember(actor, { role: "viewer" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { email } = await personOf(team.viewer.actor.userId);
    await expect(inviteMember(team.owner, { email, role: "lead" })).rejects.toMatchObject({
      errors: [{ path: "email" }],
    });
    const { owner: stranger } = await testTeam();
    const { id: inviteId } = await inviteMember(team.owner, { role: "viewer" });
    await expect(revokeInvite(stranger, { inviteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(revokeInvite(team.lead, { inviteId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await listInvites(stranger)).toEqual([]);
  });
});

describe("roles and leaving", () => {
  test("a role is changed by owners, and in force at once", async () => {
    const { userId } = team.analyst.actor;
    expect(await changeRole(team.owner, { userId, role: "lead" })).toMatchObject({ role: "lead" });
    expect(await lastVerb()).toMatchObject({ verb: "member.role_changed", before: { role: "analyst" } });
    expect(await currentRole(team.analyst)).toBe("lead");
    for (const actor of [team.lead, team.viewer])
      await expect(changeRole(actor, { userId, role: "owner" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { owner: stranger } = await testTeam();
    await expect(changeRole(stranger, { userId, role: "viewer" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("somebody always owns the team, also when two owners demote each other at once", async () => {
    const { userId } = team.owner.actor;
    await expect(changeRole(team.owner, { userId, role: "lead" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(removeMember(team.owner, { userId })).rejects.toMatchObject({ code: "CONFLICT" });
    const second = await testMember(team.teamId, "owner", "Omar Owner");
    const outcomes = await Promise.allSettled([
      changeRole(team.owner, { userId: second.actor.userId, role: "viewer" }),
      changeRole(second, { userId, role: "viewer" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listMembers(team.owner)).filter(({ role }) => role === "owner")).toHaveLength(1);
  });

  test("who is removed loses tokens and access, and what they entered stays with their name", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const { id: claimId } = await testClaim(team.analyst, caseId, { confidence: "high" });
    const token = await testToken(team.analyst);
    const { userId } = team.analyst.actor;
    await removeMember(team.owner, { userId });
    expect(await lastVerb()).toMatchObject({ verb: "member.removed", label: "Anna Analyst" });
    expect(await tokenCtx(token)).toBeNull();
    expect(await currentRole(team.analyst)).toBeNull();
    expect((await getClaim(team.viewer, claimId)).assessments[0]?.user.name).toBe("Anna Analyst");
    await expect(removeMember(team.owner, { userId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("anybody may leave, and nobody but an owner sends others away", async () => {
    const { userId } = team.viewer.actor;
    for (const actor of [team.lead, team.analyst])
      await expect(removeMember(actor, { userId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await removeMember(team.viewer, { userId });
    expect(await lastVerb()).toMatchObject({ verb: "member.left" });
  });
});

describe("names and teams", () => {
  test("a team is renamed by owners and keeps its address", async () => {
    await renameTeam(team.owner, { name: "The Night Desk" });
    expect(await lastVerb()).toMatchObject({ verb: "team.renamed", label: "The Night Desk" });
    const row = await prisma().team.findUniqueOrThrow({ where: { id: team.teamId } });
    expect(row).toMatchObject({ name: "The Night Desk" });
    expect(row.slug).toMatch(/^team-/);
    await expect(renameTeam(team.lead, { name: "Mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("one's own name changes from now on", async () => {
    await changeName(team.analyst, { name: "Anna Married" });
    expect(await lastVerb()).toMatchObject({ verb: "member.renamed", after: { name: "Anna Married" } });
    expect((await listMembers(team.viewer)).map(({ name }) => name)).toContain("Anna Married");
  });

  test("whoever makes a team owns it, and it is empty", async () => {
    const user = await personOf(team.viewer.actor.userId);
    const { slug } = await createTeam(user, { name: "Second Desk" });
    const made = await prisma().team.findUniqueOrThrow({ where: { slug }, include: { memberships: true } });
    expect(made.memberships).toMatchObject([{ userId: user.id, role: "owner" }]);
    expect((await createTeam(user, { name: "Second Desk" })).slug).not.toBe(slug);
  });
});
