import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { ask, testToken } from "@/testing/api";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";
import { type WebSite, webSite } from "@/testing/web-site";
import { POST as addVersion } from "./articles/[articleId]/versions/route";
import { POST as addArticle } from "./cases/[caseId]/articles/route";

/** How many transactions were open on the database while the page was being sent. */
const open: number[] = [];

const site: WebSite = await webSite(async (_request, response) => {
  const [row] = await prisma().$queryRaw<{ open: number }[]>`
    SELECT count(*)::int AS open FROM pg_stat_activity
    WHERE datname = current_database() AND state = 'idle in transaction'`;
  open.push(row?.open ?? -1);
  response
    .writeHead(200, { "content-type": "text/html" })
    .end("<h1>Bridge</h1><p>The bridge was closed on Monday.</p>");
});
process.env.CROSSBEARING_FETCH_ALLOW = `127.0.0.1:${site.port}`;

testDatabase();

let team: TestTeam;
let caseId: string;
beforeAll(async () => {
  team = await testTeam();
  caseId = (await testCase(team.analyst)).id;
});
afterAll(() => site.close());

const fetchUrl = `http://127.0.0.1:${site.port}/bridge`;
const headers = { "Idempotency-Key": "once" };

test("is fetched once for one key, and while no transaction is open", async () => {
  const sent = {
    as: await testToken(team.analyst),
    params: { caseId },
    headers,
    json: { title: "Bridge", outlet: "Wire", fetchUrl },
  };
  const first = await ask(addArticle, sent);
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({ url: fetchUrl, text: expect.stringContaining("closed on Monday") });
  const again = await ask(addArticle, sent);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("Idempotent-Replayed")).toBe("true");
  expect(site.hits).toEqual(["/bridge"]);
  expect(open).toEqual([0]);
  const version = await ask(addVersion, {
    as: sent.as,
    params: { articleId: String(first.body.id) },
    json: { fetchUrl },
  });
  expect(version.body).toMatchObject({ version: 1 });
});

test("is not fetched for a viewer", async () => {
  const before = site.hits.length;
  const sent = {
    as: await testToken(team.viewer),
    params: { caseId },
    json: { title: "Bridge", outlet: "Wire", fetchUrl },
  };
  expect((await ask(addArticle, sent)).status).toBe(403);
  expect(site.hits).toHaveLength(before);
});
