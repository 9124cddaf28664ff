import { Secret } from "otpauth";
import { beforeEach, describe, expect, test } from "vitest";
import { totpCode } from "@/platform/auth/one-time-code";
import { hashPassword } from "@/platform/auth/passwords";
import { hasSecondFactor, takeCode } from "@/platform/auth/second-factor";
import { tokenCtx } from "@/platform/auth/tokens";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { readSecondFactorRule, readSignIn } from "../queries";
import { beginSecondFactor } from "./begin-second-factor";
import { confirmPerson } from "./confirm-person";
import { confirmSecondFactor } from "./confirm-second-factor";
import { createToken } from "./create-token";
import { endSecondFactor, resetSecondFactor } from "./end-second-factor";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { requireSecondFactor } from "./require-second-factor";

testDatabase();

const password = "correct horse battery";
/** Far enough from now that a code of `at` is none of the present. */
const MINUTE = 60_000;

let team: TestTeam;
let anna: { id: string; name: string; email: string; sid: string };

const openSession = (userId: string) =>
  prisma().session.create({ data: { userId, userAgent: "Test", expiresAt: new Date(Date.now() + MINUTE) } });

const personOf = async (ctx: TestTeam["owner"]) => {
  const passwordHash = await hashPassword(password);
  const { id, name, email } = await prisma().user.update({ where: { id: ctx.actor.userId }, data: { passwordHash } });
  return { id, name, email, sid: (await openSession(id)).id };
};

const setUp = async (person: typeof anna) => {
  const { text } = await beginSecondFactor(person, { password });
  const secret = new Uint8Array(Secret.fromBase32(text).buffer);
  const { codes, ended } = await confirmSecondFactor(person, { code: totpCode(secret, Date.now()) });
  return { secret, codes, ended };
};

const verbs = async () => {
  const rows = await prisma().activity.findMany({ where: { teamId: team.teamId }, orderBy: { seq: "asc" } });
  return rows.map(({ verb }) => verb);
};

beforeEach(async () => {
  team = await testTeam();
  anna = await personOf(team.analyst);
});

describe("setting it up", () => {
  test("takes the password and a code of the app; ends the other browsers; leaves no secret readable", async () => {
    const other = await openSession(anna.id);
    await expect(beginSecondFactor(anna, { password: "wrong" })).rejects.toMatchObject({
      errors: [{ path: "password" }],
    });
    const begun = await beginSecondFactor(anna, { password });
    expect(begun.path).toMatch(/^M\d+ \d+h1v1h-1z/);
    expect(await hasSecondFactor(anna.id)).toBe(false);
    await expect(confirmSecondFactor(anna, { code: "000000" }, 0)).rejects.toMatchObject({
      errors: [{ path: "code" }],
    });
    const { secret, codes, ended } = await setUp(anna);
    expect(ended).toBe(1);
    expect(await prisma().session.findMany({ where: { userId: anna.id } })).toMatchObject([{ id: anna.sid }]);
    expect(other.id).not.toBe(anna.sid);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect(await readSignIn(anna.id)).toMatchObject({ hasPassword: true, recoveryCodesLeft: 10 });
    expect(await verbs()).toEqual(["second_factor.set_up"]);
    const stored = JSON.stringify([await prisma().secondFactor.findMany(), await prisma().recoveryCode.findMany()]);
    const [row] = await prisma().secondFactor.findMany({ where: { userId: anna.id } });
    expect(Buffer.from(row?.secret ?? []).includes(Buffer.from(secret))).toBe(false);
    for (const code of codes) expect(stored).not.toContain(code.replace("-", ""));
  });

  test("never replaces one that is in force", async () => {
    const { secret } = await setUp(anna);
    await expect(beginSecondFactor(anna, { password })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(confirmSecondFactor(anna, { code: totpCode(secret, Date.now()) })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("a code", () => {
  test("of the app works once, also for two who send it at once", async () => {
    const { secret } = await setUp(anna);
    const at = Date.now() + 10 * MINUTE;
    const code = totpCode(secret, at);
    const taken = await Promise.all([1, 2, 3].map(() => takeCode(prisma(), anna.id, code, at)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await takeCode(prisma(), anna.id, code, at)).toBe(false);
    expect(await takeCode(prisma(), anna.id, totpCode(secret, at - MINUTE / 2), at)).toBe(false);
    expect(await takeCode(prisma(), anna.id, totpCode(secret, at + MINUTE), at + MINUTE)).toBe(true);
  });

  test("for recovery works once, however it is written, and for its own person alone", async () => {
    const { codes } = await setUp(anna);
    const [first = "", second = ""] = codes;
    expect(await takeCode(prisma(), team.lead.actor.userId, first)).toBe(false);
    expect(await takeCode(prisma(), anna.id, ` ${first.toUpperCase().replace("-", " ")} `)).toBe(true);
    expect(await takeCode(prisma(), anna.id, first)).toBe(false);
    expect((await readSignIn(anna.id)).recoveryCodesLeft).toBe(9);
    const { codes: renewed } = await renewRecoveryCodes(anna, { code: second });
    expect(await takeCode(prisma(), anna.id, codes[2] ?? "")).toBe(false);
    expect(await takeCode(prisma(), anna.id, renewed[0] ?? "")).toBe(true);
    await expect(renewRecoveryCodes(anna, { code: "000000" })).rejects.toMatchObject({ errors: [{ path: "code" }] });
  });

  test.each([
    ["a signed-in browser left open", (code: string) => renewRecoveryCodes(anna, { code })],
    ["somebody who knows the password", (code: string) => endSecondFactor(anna, { password, code })],
    ["who would connect a provider", (code: string) => confirmPerson(anna, { password, code })],
  ])("is guessed twenty times an hour by %s, the right password does not change that", async (_, guess) => {
    await setUp(anna);
    const outcomes: string[] = [];
    for (let count = 0; count < 22; count++)
      outcomes.push(await guess("aaaaa-aaaaa").then(String, (refusal: { code: string }) => refusal.code));
    expect(outcomes.filter((code) => code === "INVALID").length).toBeLessThanOrEqual(20);
    expect(outcomes.at(-1)).toBe("LIMIT");
    await beginSecondFactor(anna, { password }).catch(() => {});
    await expect(guess("aaaaa-aaaaa")).rejects.toMatchObject({ code: "LIMIT" });
  });
});

test("who connects a provider shows again that it is they, with a code where they have one", async () => {
  await confirmPerson(anna, { password, code: "" });
  await expect(confirmPerson(anna, { password: "wrong", code: "" })).rejects.toMatchObject({ code: "INVALID" });
  const { codes } = await setUp(anna);
  await expect(confirmPerson(anna, { password, code: "" })).rejects.toMatchObject({ errors: [{ path: "code" }] });
  await confirmPerson(anna, { password, code: codes[0] ?? "" });
  await expect(confirmPerson(anna, { password, code: codes[0] ?? "" })).rejects.toMatchObject({ code: "INVALID" });
});

describe("giving it up", () => {
  test("takes the password and a code", async () => {
    const { codes } = await setUp(anna);
    const [code = ""] = codes;
    await expect(endSecondFactor(anna, { password: "wrong", code })).rejects.toMatchObject({ code: "INVALID" });
    await expect(endSecondFactor(anna, { password, code: "bbbbb-bbbbb" })).rejects.toMatchObject({ code: "INVALID" });
    await endSecondFactor(anna, { password, code });
    expect(await readSignIn(anna.id)).toMatchObject({ secondFactorSince: null, recoveryCodesLeft: 0 });
    expect((await verbs()).at(-1)).toBe("second_factor.ended");
  });

  test("is done by an administrator for who lost everything", async () => {
    await setUp(anna);
    expect(await resetSecondFactor(anna.email.toUpperCase(), "cli")).toEqual({ had: true });
    expect(await hasSecondFactor(anna.id)).toBe(false);
    expect(await resetSecondFactor(anna.email, "cli")).toEqual({ had: false });
    expect((await verbs()).filter((verb) => verb === "second_factor.reset")).toHaveLength(1);
  });
});

describe("a team that asks for it", () => {
  test("is made so by an owner who has one; others are refused", async () => {
    const ask = (ctx: TestTeam["owner"]) => requireSecondFactor(ctx, { required: true, viaProvider: false });
    for (const ctx of [team.lead, team.analyst, team.viewer])
      await expect(ask(ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(ask(team.owner)).rejects.toMatchObject({ code: "CONFLICT", message: /your own/ });
    await setUp(await personOf(team.owner));
    await ask(team.owner);
    await ask(team.owner);
    expect(await readSecondFactorRule(team.owner)).toMatchObject({
      required: true,
      without: ["Anna Analyst", "Lena Lead", "Vera Viewer"],
    });
    expect((await readSecondFactorRule(team.viewer)).without).toEqual([]);
    expect((await verbs()).filter((verb) => verb === "team.second_factor_required")).toHaveLength(1);
    const other = await testTeam();
    expect((await readSecondFactorRule(other.owner)).required).toBe(false);
  });

  test("bars the tokens of who has none until they have one, and nobody can give theirs up", async () => {
    const { secret } = await createToken(team.analyst, { scope: "write", name: "Script", expiresInDays: 1 });
    await requireSecondFactor(team.owner, { required: true, viaProvider: true });
    await expect(tokenCtx(secret)).rejects.toMatchObject({ code: "FORBIDDEN", message: /second factor/ });
    const { codes } = await setUp(anna);
    expect(await tokenCtx(secret)).toMatchObject({ actor: { userId: anna.id } });
    await expect(endSecondFactor(anna, { password, code: codes[0] ?? "" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: /asks for a second factor/,
    });
    await requireSecondFactor(team.owner, { required: false, viaProvider: false });
    await endSecondFactor(anna, { password, code: codes[1] ?? "" });
    expect(await tokenCtx(secret)).not.toBeNull();
  });
});
