import { beforeEach, describe, expect, test } from "vitest";
import { verifyHistory } from "@/features/activity/queries";
import { hashPassword, passwordMatches } from "@/platform/auth/passwords";
import { tokenCtx } from "@/platform/auth/tokens";
import { vouchForMember } from "@/platform/auth/vouch";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { getMe, isSetupOpen, listMembers, listSessions, listTokens } from "../queries";
import { CreateUser } from "../schema";
import { changePassword } from "./change-password";
import { createSetupLink } from "./create-setup-link";
import { createToken } from "./create-token";
import { createUser } from "./create-user";
import { endAllSessions } from "./end-all-sessions";
import { endSession } from "./end-session";
import { revokeToken } from "./revoke-token";
import { setUp } from "./set-up";

testDatabase();

const user = (input: object) => createUser(CreateUser.parse({ name: "Somebody", ...input }));
const verbsOf = async (teamId: string) => {
  const rows = await prisma().activity.findMany({ where: { teamId }, orderBy: { seq: "asc" } });
  return rows.map(({ verb }) => verb);
};
const tokenOfLink = (link: string | null) => link?.split("/").at(-1) ?? "";

describe("the set-up link", () => {
  const account = { name: "First", email: "first@example.org", password: "correct horse battery", team: "Desk" };

  beforeEach(async () => {
    await prisma().$executeRaw`TRUNCATE "user", team, setup_link, activity CASCADE`;
  });

  test("makes the first account, its team and its ownership, once", async () => {
    const link = await createSetupLink("https://claims.example.org");
    expect(link).toMatch(/^https:\/\/claims\.example\.org\/set-up\/[\w-]{40,}$/);
    const token = tokenOfLink(link);
    expect(await isSetupOpen(token)).toBe(true);
    expect(await setUp({ ...account, token })).toEqual({ email: account.email, team: "desk" });
    const ctx = await vouchForMember(account.email, "desk", "cli");
    expect(await getMe(ctx)).toMatchObject({ role: "owner", team: { name: "Desk" } });
    expect(await isSetupOpen(token)).toBe(false);
    await expect(setUp({ ...account, email: "second@example.org", token })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await prisma().user.count()).toBe(1);
    expect(await verbsOf(ctx.teamId)).toEqual(["team.created", "member.added"]);
    expect(await verifyHistory(ctx, null)).toEqual({ rows: 2, firstAltered: null });
  });

  test("used by many at once makes one account", async () => {
    const token = tokenOfLink(await createSetupLink("http://localhost"));
    const tries = Array.from({ length: 5 }, (_, index) => setUp({ ...account, email: `u${index}@example.org`, token }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await prisma().user.count()).toBe(1);
  });

  test("is replaced by the next one, and ends after a day", async () => {
    const first = tokenOfLink(await createSetupLink("http://localhost"));
    const second = tokenOfLink(await createSetupLink("http://localhost"));
    expect([await isSetupOpen(first), await isSetupOpen(second)]).toEqual([false, true]);
    await prisma().setupLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await isSetupOpen(second)).toBe(false);
    await expect(setUp({ ...account, token: second })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is not made, and works no more, once anybody has an account", async () => {
    const token = tokenOfLink(await createSetupLink("http://localhost"));
    await user({ email: "earlier@example.org" });
    expect(await createSetupLink("http://localhost")).toBeNull();
    await expect(setUp({ ...account, token })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("an account from the command line", () => {
  test("owns the team it makes, and is an analyst in one it joins", async () => {
    const first = await user({ email: "One@Example.org", team: "Press Review" });
    expect(first.team.slug).toBe("press-review");
    expect(first.ctx.actor.role).toBe("owner");
    expect(first.email).toBe("one@example.org");
    const second = await user({ email: "two@example.org", team: "press review" });
    expect(second.team.id).toBe(first.team.id);
    expect(second.ctx.actor.role).toBe("analyst");
    const third = await user({ email: "three@example.org", team: "press-review", role: "viewer" });
    expect(third.ctx.actor.role).toBe("viewer");
    expect(await verbsOf(first.team.id)).toEqual(["team.created", "member.added", "member.added", "member.added"]);
  });

  test("gets a password made up for it, different each time, that is stored as a hash", async () => {
    const one = await user({ email: "p1@example.org", team: "Passwords" });
    const two = await user({ email: "p2@example.org", team: "Passwords" });
    expect(one.password).toMatch(/^([a-z0-9]{4}-){4}[a-z0-9]{4}$/);
    expect(one.password).not.toBe(two.password);
    const row = await prisma().user.findUniqueOrThrow({ where: { email: "p1@example.org" } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(one.password ?? "", row.passwordHash)).toBe(true);
  });

  test("is refused where the address is in the team already, and joins another team with the account it has", async () => {
    await user({ email: "same@example.org", team: "Here" });
    await expect(user({ email: "SAME@example.org", team: "Here" })).rejects.toMatchObject({ code: "INVALID" });
    const elsewhere = await user({ email: "same@example.org", team: "There" });
    expect(elsewhere.password).toBeNull();
    expect(elsewhere.ctx.actor.role).toBe("owner");
    await expect(vouchForMember("same@example.org", undefined, "cli")).rejects.toMatchObject({ code: "INVALID" });
  });

  test("of many made at once, one makes the team", async () => {
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, index) => user({ email: `r${index}@example.org`, team: "Race" })),
    );
    expect(new Set(all.map(({ team }) => team.id)).size).toBe(1);
    expect(all.filter(({ ctx }) => ctx.actor.role === "owner")).toHaveLength(1);
  });
});

describe("tokens", () => {
  let team: TestTeam;
  beforeEach(async () => {
    team = await testTeam();
  });

  test("are shown once and kept as a hash", async () => {
    const made = await createToken(team.analyst, { scope: "write", name: "Script", expiresInDays: 90 });
    expect(made.secret).toMatch(/^xb_[\w-]{43}$/);
    expect(await tokenCtx(made.secret)).toMatchObject({ teamId: team.teamId, actor: team.analyst.actor, via: "api" });
    const [listed] = await listTokens(team.analyst);
    expect(listed).toMatchObject({ id: made.id, name: "Script", hint: made.secret.slice(0, 7) });
    const stored = JSON.stringify([await prisma().apiToken.findMany(), await prisma().activity.findMany()]);
    expect(stored).not.toContain(made.secret);
    expect(await verbsOf(team.teamId)).toEqual(["token.created"]);
  });

  test("end when revoked, by their owner or an owner of the team", async () => {
    const one = await createToken(team.analyst, { scope: "write", name: "One", expiresInDays: null });
    const two = await createToken(team.analyst, { scope: "write", name: "Two", expiresInDays: null });
    await expect(revokeToken(team.lead, { tokenId: one.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await revokeToken(team.analyst, { tokenId: one.id });
    await revokeToken(team.owner, { tokenId: two.id });
    await revokeToken(team.owner, { tokenId: two.id });
    expect([await tokenCtx(one.secret), await tokenCtx(two.secret)]).toEqual([null, null]);
    expect(await listTokens(team.analyst)).toEqual([]);
    expect(await verbsOf(team.teamId)).toEqual(["token.created", "token.created", "token.revoked", "token.revoked"]);
  });

  test("of another team cannot be found", async () => {
    const other = await testTeam();
    const { id } = await createToken(other.analyst, { scope: "write", name: "Theirs", expiresInDays: 1 });
    await expect(revokeToken(team.owner, { tokenId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("sessions", () => {
  const open = async (userId: string) =>
    (
      await prisma().session.create({
        data: { userId, userAgent: "Test", expiresAt: new Date(Date.now() + 60_000) },
      })
    ).id;

  test("are ended one by one or all at once, and nobody else's", async () => {
    const team = await testTeam();
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => open(team.analyst.actor.userId)));
    const others = await open(team.lead.actor.userId);
    await endSession(team.analyst, { sessionId: first ?? "" });
    await expect(endSession(team.analyst, { sessionId: others })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listSessions(team.analyst)).map(({ id }) => id).sort()).toEqual([second, third].sort());
    expect(await endAllSessions(team.analyst)).toEqual({ ended: 2 });
    expect(await listSessions(team.analyst)).toEqual([]);
    expect(await listSessions(team.lead)).toHaveLength(1);
  });

  test("other than the one that changes the password end with it", async () => {
    const team = await testTeam();
    const { userId } = team.analyst.actor;
    await prisma().user.update({
      where: { id: userId },
      data: { passwordHash: await hashPassword("the old password") },
    });
    const [here] = await Promise.all([open(userId), open(userId)]);
    const change = (current: string) =>
      changePassword(team.analyst, { current, next: "the new password", sessionId: here ?? "" });
    await expect(change("a wrong password")).rejects.toMatchObject({ errors: [{ path: "current" }] });
    expect(await change("the old password")).toEqual({ ended: 1 });
    expect((await listSessions(team.analyst)).map(({ id }) => id)).toEqual([here]);
    const { passwordHash } = await prisma().user.findUniqueOrThrow({ where: { id: userId } });
    expect(await passwordMatches("the new password", passwordHash)).toBe(true);
  });

  test("guessing the present password has the budget of signing in", async () => {
    const team = await testTeam();
    const guess = () =>
      changePassword(team.viewer, { current: "guess", next: "a longer password", sessionId: team.teamId });
    for (let count = 0; count < 20; count++) await expect(guess()).rejects.toMatchObject({ code: "INVALID" });
    await expect(guess()).rejects.toMatchObject({ code: "LIMIT", retryAfterSeconds: expect.any(Number) });
  });
});

test("viewers see who is in the team, but no addresses except their own", async () => {
  const team = await testTeam();
  const seen = await listMembers(team.viewer);
  expect(seen).toHaveLength(4);
  expect(seen.filter(({ email }) => email !== "").map(({ id }) => id)).toEqual([team.viewer.actor.userId]);
  expect((await listMembers(team.analyst)).every(({ email }) => email.includes("@"))).toBe(true);
});
