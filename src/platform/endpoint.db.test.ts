import { beforeAll, describe, expect, test, vi } from "vitest";
import { PATCH as changeCase, GET as getCase } from "@/app/api/v1/cases/[caseId]/route";
import { GET as listCases, POST as openCase } from "@/app/api/v1/cases/route";
import { GET as listOutlets } from "@/app/api/v1/outlets/route";
import { prisma } from "@/platform/db/client";
import { pool } from "@/platform/db/pool";
import { type TestTeam, testTeam } from "@/testing/actors";
import { ask, call, testToken } from "@/testing/api";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";

testDatabase();

let team: TestTeam;
let analyst: string;
let viewer: string;

beforeAll(async () => {
  team = await testTeam();
  analyst = await testToken(team.analyst);
  viewer = await testToken(team.viewer);
});

describe("who asks", () => {
  test("nobody: 401 with the way to sign in, as a problem", async () => {
    const { status, headers, body } = await ask(listCases);
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body).toMatchObject({ status: 401, title: expect.any(String), detail: expect.any(String) });
  });

  test.each(["", "xb_nonsense", "xb_ with spaces"])("an unknown token %j: 401", async (secret) => {
    expect((await ask(listCases, { as: secret })).status).toBe(401);
  });

  test("a token counts from the moment it is made until it is revoked", async () => {
    const secret = await testToken(team.analyst);
    expect((await ask(listCases, { as: secret })).status).toBe(200);
    await prisma().apiToken.updateMany({ where: { hint: secret.slice(0, 7) }, data: { revokedAt: new Date() } });
    expect((await ask(listCases, { as: secret })).status).toBe(401);
  });

  test("a token past its end: 401", async () => {
    const secret = await testToken(team.analyst);
    await prisma().apiToken.updateMany({ where: { hint: secret.slice(0, 7) }, data: { expiresAt: new Date(0) } });
    expect((await ask(listCases, { as: secret })).status).toBe(401);
  });

  test("a token whose owner has left the team: 401", async () => {
    const other = await testTeam();
    const secret = await testToken(other.analyst);
    await prisma().membership.delete({
      where: { teamId_userId: { teamId: other.teamId, userId: other.analyst.actor.userId } },
    });
    expect((await ask(listCases, { as: secret })).status).toBe(401);
  });

  test("a viewer reads, and writes get 403", async () => {
    expect((await ask(listCases, { as: viewer })).status).toBe(200);
    expect((await ask(openCase, { as: viewer, json: { title: "Mine" } })).status).toBe(403);
  });

  test("what another team owns: 404, to read and to write", async () => {
    const stranger = await testToken((await testTeam()).owner);
    const { id } = await testCase(team.analyst);
    expect((await ask(getCase, { as: stranger, params: { caseId: id } })).status).toBe(404);
    expect((await ask(changeCase, { as: stranger, params: { caseId: id }, json: { title: "x" } })).status).toBe(404);
  });
});

describe("what is asked", () => {
  const post = (body: BodyInit) => ask(openCase, { as: analyst, body });

  test.each(["{", "", "title=x", '{"title":"\u0001'])("a body that is no JSON, %j: 400", async (body) => {
    expect((await post(body)).status).toBe(400);
  });

  test("a body that is not UTF-8: 400", async () => {
    expect((await post(new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400);
  });

  test("a body over the limit: 413, whether or not its length is told", async () => {
    const body = JSON.stringify({ title: "x", description: "y".repeat(1_000_000) });
    expect((await post(body)).status).toBe(413);
    const request = new Request("http://localhost/api/v1/cases", {
      method: "POST",
      headers: { Authorization: `Bearer ${analyst}` },
      body: new Blob([body]).stream(),
      duplex: "half",
    } as RequestInit);
    expect((await openCase(request, { params: Promise.resolve({}) })).status).toBe(413);
  });

  test.each([
    [{}, "title"],
    [{ title: "" }, "title"],
    [{ title: "x".repeat(301) }, "title"],
    [{ title: 7 }, "title"],
    [{ title: "x", blind: "yes" }, "blind"],
    [{ title: "x", colour: "red" }, "colour"],
    [{ title: "bad \u0000 character" }, "title"],
    [[], ""],
  ])("%j: 422 at %j", async (json, path) => {
    const { status, body } = await ask(openCase, { as: analyst, json });
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ path, message: expect.any(String) }]);
  });

  test("an id that is none: 404", async () => {
    expect((await ask(getCase, { as: analyst, params: { caseId: "7" } })).status).toBe(404);
  });

  test.each(["?limit=0", "?limit=201", "?limit=x", "?cursor=made-up", "?colour=red"])("%s: 422", async (query) => {
    expect((await ask(listOutlets, { as: analyst, query })).status).toBe(422);
  });

  test("a fault is logged and tells nothing", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = vi.spyOn(pool(), "query").mockImplementation(() => Promise.reject(new Error("secret detail")));
    const { status, body } = await ask(listCases, { as: analyst });
    broken.mockRestore();
    logged.mockRestore();
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain("secret");
  });
});

describe("versions", () => {
  test("are ETags, and a stale one is refused with the present state", async () => {
    const { id } = await testCase(team.analyst, { title: "One" });
    const send = (json: object, headers = {}) =>
      ask(changeCase, { as: analyst, params: { caseId: id }, json, headers });
    const first = await send({ title: "Two" }, { "If-Match": '"1"' });
    expect(first.status).toBe(200);
    expect(first.headers.get("etag")).toBe('"2"');
    const second = await send({ title: "Three" }, { "If-Match": '"1"' });
    expect(second.status).toBe(409);
    expect(second.body.current).toMatchObject({ id, title: "Two", version: 2 });
    expect((await send({ title: "Three", version: 1 })).status).toBe(409);
    expect((await send({ title: "Three", version: 2 }, { "If-Match": '"1"' })).status).toBe(422);
    expect((await send({ title: "Three" }, { "If-Match": "yesterday" })).status).toBe(422);
    expect((await send({ title: "Three" }, { "If-Match": "*" })).status).toBe(200);
  });

  test("of many writers who saw the same state one wins", async () => {
    const { id } = await testCase(team.analyst);
    const writes = Array.from({ length: 8 }, (_, index) =>
      ask(changeCase, { as: analyst, params: { caseId: id }, json: { title: `Title ${index}`, version: 1 } }),
    );
    const statuses = (await Promise.all(writes)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(7);
  });
});

describe("Idempotency-Key", () => {
  const post = (key: string, json: unknown, as = analyst) =>
    ask(openCase, { as, json, headers: { "Idempotency-Key": key } });
  const casesCalled = (title: string) => prisma().case.count({ where: { teamId: team.teamId, title } });

  test("gives the first answer again", async () => {
    const first = await post("a-1", { title: "Once" });
    const again = await post("a-1", { title: "Once" });
    expect(first.status).toBe(201);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect(first.headers.get("location")).toBe(`/api/v1/cases/${first.body.id}`);
    expect(await casesCalled("Once")).toBe(1);
  });

  test("does it once for requests at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => post("a-2", { title: "Together" })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await casesCalled("Together")).toBe(1);
  });

  test("for another request is refused", async () => {
    await post("a-3", { title: "First" });
    const { status, body } = await post("a-3", { title: "Second" });
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ path: "Idempotency-Key", message: expect.any(String) }]);
  });

  test("keeps no refusal: the mended request goes through", async () => {
    expect((await post("a-4", { title: "" })).status).toBe(422);
    expect((await post("a-4", { title: "Mended" })).status).toBe(201);
  });

  test("is each caller's own", async () => {
    const lead = await testToken(team.lead);
    expect((await post("a-5", { title: "Mine" })).status).toBe(201);
    expect((await post("a-5", { title: "Hers" }, lead)).status).toBe(201);
  });
});

describe("paging", () => {
  test("walks all rows once", async () => {
    const own = await testTeam();
    const as = await testToken(own.analyst);
    for (let count = 0; count < 5; count++) await testCase(own.analyst);
    const seen: unknown[] = [];
    let cursor = "";
    do {
      const { body } = await ask(listCases, { as, query: `?limit=2${cursor && `&cursor=${cursor}`}` });
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = (body.nextCursor as string | null) ?? "";
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });
});

test("answers are not kept by anybody on the way", async () => {
  const { headers } = await call(listCases, { as: analyst });
  expect(headers.get("cache-control")).toMatch(/private/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});
