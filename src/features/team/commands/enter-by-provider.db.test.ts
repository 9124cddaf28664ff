import { beforeEach, describe, expect, test } from "vitest";
import type { Vouched } from "@/platform/auth/oidc";
import { hashPassword } from "@/platform/auth/passwords";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { disconnectAll, disconnectIdentity } from "./disconnect-identity";
import { type Door, enterByProvider } from "./enter-by-provider";
import { inviteMember } from "./invite-member";

testDatabase();

const issuer = "https://login.example.org";
const closed: Door = { signedInAs: null, invitation: null, allowedDomains: [], join: null };

let team: TestTeam;
let slug: string;
let count = 0;

beforeEach(async () => {
  team = await testTeam();
  ({ slug } = await prisma().team.findUniqueOrThrow({ where: { id: team.teamId } }));
});

const somebody = (given: Partial<Vouched> = {}): Vouched => {
  count++;
  return { issuer, subject: `s${count}`, email: `p${count}@example.org`, name: "Petra", ...given };
};
const joining = (role: "viewer" | "analyst" = "analyst"): Door => ({ ...closed, join: { team: slug, role } });
const membersOf = (userId: string) => prisma().membership.findMany({ where: { userId } });
const entered = async (vouched: Vouched, door: Door) => {
  const outcome = await enterByProvider(vouched, door);
  if ("refused" in outcome) throw new Error(outcome.refused);
  return outcome.userId;
};
const emailOf = async (userId: string) => (await prisma().user.findUniqueOrThrow({ where: { id: userId } })).email;

describe("somebody new", () => {
  test("gets in nowhere without an invitation or a team that newcomers join", async () => {
    const vouched = somebody();
    expect(await enterByProvider(vouched, closed)).toEqual({ refused: "ProviderNoAccount" });
    expect(await enterByProvider(vouched, { ...closed, join: { team: "nowhere", role: "viewer" } })).toEqual({
      refused: "ProviderNoTeam",
    });
    expect(await prisma().user.findUnique({ where: { email: vouched.email ?? "" } })).toBeNull();
  });

  test("joins the team of the settings with its role, once, and is known again whatever the address is then", async () => {
    const vouched = somebody({ name: "  Petra\n Provider " });
    const userId = await entered(vouched, joining("viewer"));
    expect(await membersOf(userId)).toMatchObject([{ teamId: team.teamId, role: "viewer" }]);
    expect(await prisma().user.findUnique({ where: { id: userId } })).toMatchObject({
      name: "Petra Provider",
      email: vouched.email,
      passwordHash: null,
    });
    const moved = { ...vouched, email: "married@example.org" };
    expect(await entered(moved, closed)).toBe(userId);
    expect(await emailOf(userId)).toBe(vouched.email);
    const rows = await prisma().activity.findMany({ where: { teamId: team.teamId }, orderBy: { seq: "asc" } });
    expect(rows.map(({ verb }) => verb)).toEqual(["member.added", "identity.connected"]);
  });

  test("of many requests at once is made once", async () => {
    const vouched = somebody();
    const ids = await Promise.all([1, 2, 3, 4].map(() => entered(vouched, joining())));
    expect(new Set(ids).size).toBe(1);
  });

  test("needs an address that the provider has verified, of a domain that is let in", async () => {
    expect(await enterByProvider(somebody({ email: null }), joining())).toEqual({ refused: "ProviderNoAddress" });
    const door = { ...joining(), allowedDomains: ["desk.example"] };
    expect(await enterByProvider(somebody(), door)).toEqual({ refused: "ProviderDomain" });
    expect(await enterByProvider(somebody({ email: "a@desk.example.evil.example" }), door)).toEqual({
      refused: "ProviderDomain",
    });
    await entered(somebody({ email: `ok${count}@desk.example` }), door);
  });

  test("gets an account by an invitation that is for them, and joins when they say so", async () => {
    const vouched = somebody();
    const { path } = await inviteMember(team.owner, { email: vouched.email, role: "lead" });
    const invitation = path.split("/").at(-1) ?? "";
    expect(await enterByProvider(somebody(), { ...closed, invitation })).toEqual({ refused: "ProviderNoAccount" });
    const userId = await entered(vouched, { ...closed, invitation });
    expect(await membersOf(userId)).toEqual([]);
    expect(await enterByProvider(somebody(), { ...closed, invitation: "made-up-made-up-made-up" })).toEqual({
      refused: "ProviderNoAccount",
    });
  });
});

describe("an account that is there", () => {
  test("with a password is not taken over by an address, but connected by its owner", async () => {
    const { userId: id, name } = team.analyst.actor;
    await prisma().user.update({ where: { id }, data: { passwordHash: await hashPassword("correct horse battery") } });
    const vouched = somebody({ email: await emailOf(id) });
    expect(await enterByProvider(vouched, joining())).toEqual({ refused: "ProviderHasAccount" });
    expect(await enterByProvider(vouched, { ...closed, signedInAs: { id, name, confirmed: false } })).toEqual({
      refused: "ProviderUnconfirmed",
    });
    expect(await entered(vouched, { ...closed, signedInAs: { id, name, confirmed: true } })).toBe(id);
    expect(await entered(vouched, closed)).toBe(id);
    const open = (viaProvider: boolean) =>
      prisma().session.create({ data: { userId: id, userAgent: "", viaProvider, expiresAt: new Date("2100-01-01") } });
    const [own, , byPassword] = [await open(true), await open(true), await open(false)];
    await disconnectIdentity({ id, name, sid: own.id }, vouched);
    const left = await prisma().session.findMany({ where: { userId: id } });
    expect(left.map((session) => session.id).sort()).toEqual([own.id, byPassword.id].sort());
    expect(await enterByProvider(vouched, closed)).toEqual({ refused: "ProviderHasAccount" });
  });

  test("without a password is found by the address, and cannot be cut off from its only way in", async () => {
    const { userId: id, name } = team.viewer.actor;
    const vouched = somebody({ email: await emailOf(id) });
    expect(await entered(vouched, closed)).toBe(id);
    await expect(disconnectIdentity({ id, name, sid: id }, vouched)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("does not go with an address that the provider hands to somebody else", async () => {
    const { userId: id } = team.viewer.actor;
    const email = await emailOf(id);
    await entered(somebody({ email }), closed);
    expect(await enterByProvider(somebody({ email }), joining())).toEqual({ refused: "ProviderOther" });
    expect(await disconnectAll(email, "cli")).toEqual({ ended: 1 });
    expect(await entered(somebody({ email }), closed)).toBe(id);
  });

  test("is not connected with what is connected with another", async () => {
    const vouched = somebody();
    await entered(vouched, joining());
    const { userId: id, name } = team.lead.actor;
    expect(await enterByProvider(vouched, { ...closed, signedInAs: { id, name, confirmed: true } })).toEqual({
      refused: "ProviderTaken",
    });
  });
});
