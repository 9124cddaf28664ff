import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { sessionCtx } from "@/platform/auth/session";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { findCaller } from "./caller";

// Next keeps a request's cookies where only a request that it serves finds them; here the signed-in person is given.
vi.mock("@/platform/auth/session", () => ({ currentUser: vi.fn(), sessionCtx: vi.fn() }));

testDatabase();

let team: TestTeam;
let sid: string;

beforeAll(async () => {
  team = await testTeam();
});

beforeEach(async () => {
  const { currentUser } = await import("@/platform/auth/session");
  const { userId, name } = team.analyst.actor;
  const session = await prisma().session.create({
    data: { userId, userAgent: "Test", expiresAt: new Date(Date.now() + 60_000) },
  });
  sid = session.id;
  vi.mocked(currentUser).mockResolvedValue({
    id: userId,
    name,
    email: "a@example.org",
    sid,
    viaProvider: false,
    teams: [],
  });
  vi.mocked(sessionCtx).mockResolvedValue(team.analyst);
});

const request = (method: string, headers: Record<string, string>) =>
  new Request("http://localhost:3000/api/v1/cases?team=desk", {
    method,
    headers: { cookie: "next-auth.session-token=x", host: "localhost:3000", ...headers },
  });

describe("a browser's session", () => {
  test("reads, for the team that the address or a header names", async () => {
    const { ctx } = await findCaller(request("GET", {}));
    expect(ctx).toEqual(team.analyst);
    expect(sessionCtx).toHaveBeenLastCalledWith("desk");
    await findCaller(request("GET", { "X-Team": "other" }));
    expect(sessionCtx).toHaveBeenLastCalledWith("other");
  });

  test.each<Record<string, string>>([
    { "sec-fetch-site": "same-origin", origin: "http://localhost:3000" },
    { origin: "http://localhost:3000" },
  ])("writes from a page of ours: %j", async (headers) => {
    expect((await findCaller(request("POST", headers))).ctx).toEqual(team.analyst);
  });

  test.each<Record<string, string>>([
    {},
    { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    { "sec-fetch-site": "same-site", origin: "http://other.localhost:3000" },
    { "sec-fetch-site": "none" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:3001" },
  ])("does not write from anywhere else: %j", async (headers) => {
    await expect(findCaller(request("POST", headers))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("is looked at again: it ends with its row, and with the membership", async () => {
    const { again } = await findCaller(request("GET", {}));
    expect(await again()).toMatchObject({ actor: team.analyst.actor });
    await prisma().session.delete({ where: { id: sid } });
    expect(await again()).toBeNull();
  });

  test("follows a change of role", async () => {
    const own = await testTeam();
    vi.mocked(sessionCtx).mockResolvedValue({ ...team.analyst, teamId: own.teamId });
    const { again } = await findCaller(request("GET", {}));
    expect(await again()).toBeNull();
  });

  test("never stands in for a token that does not work", async () => {
    await expect(findCaller(request("GET", { authorization: "Bearer nonsense" }))).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });
});
