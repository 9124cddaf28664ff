import { beforeAll, describe, expect, test } from "vitest";
import { GET as stream } from "@/app/api/v1/cases/[caseId]/stream/route";
import { changeCase } from "@/features/case/commands/change-case";
import { leaveCase, markPresence } from "@/features/case/commands/mark-presence";
import { createToken } from "@/features/team/commands/create-token";
import { revokeToken } from "@/features/team/commands/revoke-token";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { ask, call, testToken } from "@/testing/api";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";

testDatabase();

let team: TestTeam;
let token: string;

beforeAll(async () => {
  team = await testTeam();
  token = await testToken(team.analyst);
});

const rename = (caseId: string, title: string) => changeCase(team.analyst, { caseId, title });

/** Opens the stream and reads events as a browser would: ids and data. */
async function open(caseId: string, sent: { as?: string; query?: string; headers?: Record<string, string> } = {}) {
  const leaving = new AbortController();
  const response = await call(stream, { as: token, params: { caseId }, signal: leaving.signal, ...sent });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  const next = async (): Promise<{ id: number; data: Record<string, unknown> } | "ended"> => {
    for (;;) {
      const event = /^([\s\S]*?)\n\n/.exec(text);
      if (event?.[1] !== undefined) {
        text = text.slice(event[0].length);
        const fields = Object.fromEntries(event[1].split("\n").map((line) => line.split(/: (.*)/s)));
        if (fields.id) return { id: Number(fields.id), data: JSON.parse(fields.data) };
        if (fields.event) return { id: 0, data: { [fields.event]: JSON.parse(fields.data) } };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return "ended";
      text += decoder.decode(value, { stream: true });
    }
  };
  return { response, next, leave: () => leaving.abort() };
}

describe("the stream of a case", () => {
  test("tells what happened, then what happens, in order", async () => {
    const { id } = await testCase(team.analyst);
    await rename(id, "Two");
    const { response, next, leave } = await open(id);
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(await next()).toMatchObject({ id: 1, data: { seq: 1, verb: "case.opened" } });
    expect(await next()).toMatchObject({ id: 2, data: { verb: "case.changed", after: { title: "Two" } } });
    await rename(id, "Three");
    expect(await next()).toMatchObject({ id: 3, data: { after: { title: "Three" } } });
    leave();
    expect(await next()).toBe("ended");
  });

  test("tells who is here to who asks for it, and to nobody else", async () => {
    const { id } = await testCase(team.analyst);
    const plain = await open(id, { query: "?after=1" });
    const asked = await open(id, { query: "?after=1&with=presence" });
    expect(await asked.next()).toEqual({ id: 0, data: { presence: [] } });
    const tab = "0195f0d0-0000-7000-8000-00000000000a";
    await markPresence(team.lead, { caseId: id, tab, place: "claims/3" });
    expect(await asked.next()).toMatchObject({
      data: { presence: [{ user: { name: "Lena Lead" }, place: "claims/3" }] },
    });
    await leaveCase(team.lead, { caseId: id, tab });
    expect(await asked.next()).toMatchObject({ data: { presence: [] } });
    await rename(id, "Two");
    expect(await asked.next()).toMatchObject({ id: 2 });
    expect(await plain.next()).toMatchObject({ id: 2 });
    asked.leave();
    plain.leave();
  });

  test("goes on behind the last event that the browser had", async () => {
    const { id } = await testCase(team.analyst);
    for (const title of ["Two", "Three", "Four"]) await rename(id, title);
    const resumed = await open(id, { query: "?after=1", headers: { "Last-Event-ID": "3" } });
    expect(await resumed.next()).toMatchObject({ id: 4 });
    resumed.leave();
    const after = await open(id, { query: "?after=2" });
    expect(await after.next()).toMatchObject({ id: 3 });
    after.leave();
  });

  test("skips nothing while many write and the connection to the database is cut", async () => {
    const { id } = await testCase(team.analyst);
    const { next, leave } = await open(id);
    const writing = Promise.all(Array.from({ length: 30 }, (_, index) => rename(id, `Title ${index}`)));
    const seen: number[] = [];
    const reading = (async () => {
      while (seen.length < 31) {
        const event = await next();
        if (event === "ended") break;
        seen.push(event.id);
      }
    })();
    await prisma().$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %' AND datname = current_database()`;
    await writing;
    await reading;
    leave();
    expect(seen).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  });

  test("is cut within a second when the token is revoked", async () => {
    const { id } = await testCase(team.analyst);
    const { id: tokenId, secret } = await createToken(team.analyst, {
      scope: "write",
      name: "short",
      expiresInDays: 1,
    });
    const { next } = await open(id, { as: secret });
    await next();
    const began = Date.now();
    await revokeToken(team.analyst, { tokenId });
    expect(await next()).toBe("ended");
    expect(Date.now() - began).toBeLessThan(1000);
  });

  test("delivers no row to somebody who has left the team", async () => {
    const own = await testTeam();
    const { id } = await testCase(own.owner);
    const { next } = await open(id, { as: await testToken(own.viewer) });
    await next();
    const { userId } = own.viewer.actor;
    await prisma().membership.delete({ where: { teamId_userId: { teamId: own.teamId, userId } } });
    await changeCase(own.owner, { caseId: id, title: "Secret" });
    expect(await next()).toBe("ended");
  });

  test("of another team's case is a 404, before anything is streamed", async () => {
    const { id } = await testCase((await testTeam()).owner);
    expect((await ask(stream, { as: token, params: { caseId: id } })).status).toBe(404);
  });
});
