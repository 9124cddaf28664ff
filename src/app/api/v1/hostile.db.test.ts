import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { pool } from "@/platform/db/pool";
import type { Route } from "@/platform/endpoint";
import { type TestTeam, testTeam } from "@/testing/actors";
import { call, testToken } from "@/testing/api";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase } from "@/testing/factories";
import { GET as listActivity } from "./cases/[caseId]/activity/route";
import { POST as addArticle, GET as listArticles } from "./cases/[caseId]/articles/route";
import { GET as listClaims, POST as recordClaim } from "./cases/[caseId]/claims/route";
import { GET as listConflicts } from "./cases/[caseId]/conflicts/route";
import { GET as exportSheet } from "./cases/[caseId]/export/route";
import { GET as listRelations, POST as recordRelation } from "./cases/[caseId]/relations/route";
import { GET as listCases, POST as openCase } from "./cases/route";
import { POST as createOutlet, GET as listOutlets } from "./outlets/route";

testDatabase();

let team: TestTeam;
let as: string;
let params: Record<string, string>;
let articleId: string;

beforeAll(async () => {
  team = await testTeam();
  as = await testToken(team.lead);
  const { id: caseId } = await testCase(team.lead);
  params = { caseId };
  articleId = (await testArticle(team.lead, caseId)).id;
});

const HOSTILE = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\u202eabc",
  "\ud800",
  "'; DROP TABLE claim; --",
  "%",
  "_",
  "\\",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "=HYPERLINK(1)",
  "1e400",
  "-1",
  "99999999999999999999",
  "2147483648",
  "NaN",
  "null",
  "[]",
  "Y-170000002",
  "Y170000002",
  "99999-01-01",
  "0000-00-00",
  "2024-02-31",
  "9999-12-31/..",
  "x".repeat(10_000),
  "ا".repeat(400),
  "🏴".repeat(100),
];

const FILTERS = [
  "limit",
  "cursor",
  "q",
  "outlet",
  "article",
  "status",
  "credibility",
  "reliability",
  "tag",
  "has",
  "sort",
  "after",
  "claim",
  "kind",
  "format",
];
const reading: [string, Route][] = [
  ["cases", listCases],
  ["outlets", listOutlets],
  ["articles", listArticles],
  ["claims", listClaims],
  ["relations", listRelations],
  ["conflicts", listConflicts],
  ["activity", listActivity],
  ["export", exportSheet],
];

/** Some at a time: as many as there are connections. */
async function each<T>(values: T[], work: (value: T) => Promise<void>): Promise<void> {
  const rest = [...values];
  const worker = async () => {
    for (let value = rest.shift(); value !== undefined; value = rest.shift()) await work(value);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

const cursorOf = (position: unknown) => Buffer.from(JSON.stringify(position)).toString("base64url");
const CURSORS = [
  cursorOf(["\u0000", "00000000-0000-0000-0000-000000000000"]),
  cursorOf([99_999_999_999]),
  cursorOf([-1]),
  cursorOf([1e300, 1]),
  cursorOf([null, 99_999_999_999]),
  cursorOf(["99999-99-99", 1]),
  cursorOf({ a: 1 }),
];

describe.each(reading)("reading %s", (_name, route) => {
  test.each(FILTERS)("with any ?%s= is an answer of the contract", async (filter) => {
    const values = [...HOSTILE, ...(filter === "cursor" ? CURSORS : [])];
    await each(values, async (value) => {
      const query = `?${new URLSearchParams({ [filter]: value.toWellFormed() })}`;
      const response = await call(route, { as, params, query });
      await response.text();
      expect([200, 422], `${filter}=${JSON.stringify(value.slice(0, 40))}`).toContain(response.status);
    });
  });
});

type Shape = Record<string, unknown>;
const writing: [string, Route, () => Shape][] = [
  ["a case", openCase, () => ({ title: "t", description: "d", blind: false })],
  [
    "an outlet",
    createOutlet,
    () => ({
      name: `o${Math.random()}`,
      aliases: ["a"],
      domains: ["a.org"],
      owner: "x",
      language: "en",
      country: "x",
      reliability: "A",
    }),
  ],
  [
    "an article",
    addArticle,
    () => ({
      title: "t",
      outlet: "o",
      url: "https://a.org",
      author: "a",
      publishedOn: "2024",
      language: "en",
      text: "Words.",
    }),
  ],
  [
    "a claim",
    recordClaim,
    () => ({
      statement: "s",
      articleId,
      quote: { exact: "The bridge", prefix: "", suffix: "", start: 0, end: 10 },
      attribution: ["A"],
      outlet: "o",
      reportedOn: "2024",
      occurredOn: "2024",
      place: "p",
      reliability: "A",
      credibility: 1,
      confidence: "low",
      tags: ["t"],
      note: "n",
    }),
  ],
  [
    "a relation",
    recordRelation,
    () => ({ from: articleId, to: articleId, kind: "agrees", about: null, rationale: "r", confidence: "low" }),
  ],
];

const ODD: unknown[] = [
  ...HOSTILE,
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  [[]],
  {},
  { exact: "x" },
  ["\u0000"],
  { edtf: "x" },
];

describe.each(writing)("writing %s", (_name, route, shape) => {
  test("with anything in any field is an answer of the contract", async () => {
    const tries = Object.keys(shape()).flatMap((field) => ODD.map((value) => ({ field, value })));
    await each(tries, async ({ field, value }) => {
      const response = await call(route, { as, params, json: { ...shape(), [field]: value } });
      expect([201, 404, 413, 422], `${field}: ${JSON.stringify(value)?.slice(0, 60)}`).toContain(response.status);
    });
  }, 120_000);

  test("with any JSON at all is refused in order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (json) => {
        const response = await call(route, { as, params, json });
        expect([400, 422]).toContain(response.status);
      }),
      { numRuns: 50 },
    );
  });
});

test.each(["If-Match", "Idempotency-Key", "Authorization", "X-Team", "Content-Type"])("any %s header", async (name) => {
  for (const value of [
    "",
    "x",
    '"',
    "0",
    "-1",
    "9".repeat(30),
    "a b",
    "x".repeat(300),
    "Bearer",
    "Bearer  ",
    "multipart/form-data",
  ]) {
    const headers = { [name]: value };
    const response = await call(openCase, {
      ...(name !== "Authorization" && { as }),
      params,
      json: { title: "t" },
      headers,
    });
    expect([201, 400, 401, 422], `${name}: ${value}`).toContain(response.status);
  }
});

describe("health", () => {
  test("is well while the database answers, and needs no token", async () => {
    const response = await health();
    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  });

  test("is 503 while it does not", async () => {
    const broken = vi.spyOn(pool(), "query").mockImplementation(() => Promise.reject(new Error("gone")));
    expect((await health()).status).toBe(503);
    broken.mockRestore();
  });
});
