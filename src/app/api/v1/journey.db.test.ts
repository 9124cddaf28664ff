import { beforeAll, describe, expect, test } from "vitest";
import { runImport } from "@/features/sheet/commands/run-import";
import { type TestTeam, testTeam } from "@/testing/actors";
import { ask, call, testToken } from "@/testing/api";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";
import { GET as getArticle } from "./articles/[articleId]/route";
import { GET as listActivity } from "./cases/[caseId]/activity/route";
import { POST as addArticle } from "./cases/[caseId]/articles/route";
import { GET as listClaims, POST as recordClaim } from "./cases/[caseId]/claims/route";
import { GET as getConflict } from "./cases/[caseId]/conflicts/[number]/route";
import { GET as listConflicts } from "./cases/[caseId]/conflicts/route";
import { GET as exportSheet } from "./cases/[caseId]/export/route";
import { POST as startImport } from "./cases/[caseId]/imports/route";
import { POST as recordRelation } from "./cases/[caseId]/relations/route";
import { POST as restoreClaim } from "./claims/[claimId]/restore/route";
import { PATCH as changeClaim, GET as getClaim, DELETE as retractClaim } from "./claims/[claimId]/route";
import { GET as getImport } from "./imports/[importId]/route";

testDatabase();

const TEXT = "Officials said on Monday that the bridge was closed. Nobody was hurt, according to Reuters.";

let team: TestTeam;
let as: string;
let caseId: string;

beforeAll(async () => {
  team = await testTeam();
  as = await testToken(team.analyst);
  caseId = (await testCase(team.analyst, { title: "Bridge" })).id;
});

const inCase = (more: object = {}) => ({ as, params: { caseId }, ...more });
const add = (json: object) => ask(addArticle, inCase({ json: { title: "A", outlet: "Daily", ...json } }));
const record = (json: object) => ask(recordClaim, inCase({ json }));
const pathsOf = (body: Record<string, unknown>) => (body.errors as { path: string }[]).map(({ path }) => path);

describe("articles", () => {
  const upload = (content: BlobPart, name: string, type: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [key, value] of Object.entries({ title: "File", outlet: "Daily", ...fields })) form.set(key, value);
    form.set("file", new File([content], name, { type }));
    return ask(addArticle, inCase({ body: form }));
  };

  test("come as text, and are read back with it", async () => {
    const { status, body, headers } = await add({ text: TEXT, publishedOn: "2024-10", url: "https://example.org/a" });
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`/api/v1/articles/${body.id}`);
    const read = await ask(getArticle, { as, params: { articleId: String(body.id) } });
    expect(read.body).toMatchObject({ text: TEXT, publishedOn: "2024-10", outlet: { name: "Daily" }, version: 1 });
    expect(read.body.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(read.headers.get("etag")).toBe('"1"');
  });

  test.each([
    ["a text file", TEXT, "a.txt", "text/plain"],
    ["a page", `<html><body><p>${TEXT}</p><script>x</script></body></html>`, "a.html", "text/html"],
    ["a page without a type", `<p>${TEXT}</p>`, "a.htm", ""],
  ])("come as a file: %s", async (_what, content, name, type) => {
    const { status, body } = await upload(content, name, type);
    expect(status).toBe(201);
    expect(body.text).toBe(TEXT);
  });

  test.each([
    ["a.pdf", "application/pdf"],
    ["a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ])("are refused where the file is broken: %s", async (name, type) => {
    const { status, body } = await upload(name === "a.pdf" ? "%PDF-1.7" : "PK\u0003\u0004", name, type);
    expect(status).toBe(422);
    expect(pathsOf(body)).toEqual(["file"]);
    expect(JSON.stringify(body)).toContain("is broken");
  });

  test("of a kind that is not read are refused, saying what is", async () => {
    const { status, body } = await upload("\u0089PNG", "a.png", "image/png");
    expect(status).toBe(422);
    expect(pathsOf(body)).toEqual(["file"]);
    expect(JSON.stringify(body)).toMatch(/PDF, DOCX, HTML or TXT/);
  });

  test("in bytes that are no text are refused", async () => {
    expect((await upload(new Uint8Array([0xff, 0xc0, 0x00, 0x80]), "a.txt", "text/plain")).status).toBe(422);
  });

  test("over the limit are 413, in JSON and as a file", async () => {
    expect((await add({ text: "x ".repeat(5_100_000) })).status).toBe(413);
    expect((await upload("x ".repeat(16_000_000), "a.txt", "text/plain")).status).toBe(413);
  });

  test.each([
    [{ title: "", text: TEXT }, ["title"]],
    [{ outlet: "", text: TEXT }, ["outlet"]],
    [{}, ["text"]],
    [{ text: TEXT, html: TEXT }, ["text"]],
    [{ text: "   \n " }, ["text"]],
    [{ text: TEXT, publishedOn: "the day of the goat" }, ["publishedOn"]],
    [{ text: TEXT, url: "javascript:alert(1)" }, ["url"]],
    [{ text: TEXT, fetchUrl: "https://example.org" }, ["text"]],
    [{ fetchUrl: "http://127.0.0.1/" }, ["fetchUrl"]],
    [{ fetchUrl: "http://2130706433/" }, ["fetchUrl"]],
    [{ fetchUrl: "ftp://example.org/a" }, ["fetchUrl"]],
  ])("%j: 422 at %j", async (json, paths) => {
    const { status, body } = await add(json);
    expect(status).toBe(422);
    expect(pathsOf(body)).toEqual(paths);
  });
});

describe("claims", () => {
  let articleId: string;
  beforeAll(async () => {
    articleId = String((await add({ text: TEXT })).body.id);
  });

  test("rest on the words of their article", async () => {
    const exact = "the bridge was closed";
    const { status, body } = await record({
      statement: "The bridge was shut.",
      articleId,
      quote: { exact },
      attribution: ["Officials"],
      reportedOn: "2024-10-21/2024-10-31",
      credibility: 2,
      tags: ["bridge"],
    });
    expect(status).toBe(201);
    const start = TEXT.indexOf(exact);
    expect(body).toMatchObject({
      claim: `C-${body.number}`,
      quote: { exact, start, end: start + exact.length, state: "exact" },
      outlet: { name: "Daily" },
      attribution: ["Officials"],
      article: { id: articleId },
      reportedOn: "2024-10-21/2024-10-31",
      credibility: 2,
      status: "draft",
      tags: ["bridge"],
    });
  });

  test.each([
    [{ statement: "" }, ["statement"]],
    [{ statement: "x", credibility: 7 }, ["credibility"]],
    [{ statement: "x", reliability: "G" }, ["reliability"]],
    [{ statement: "x", confidence: "certain" }, ["confidence"]],
    [{ statement: "x", occurredOn: "soonish" }, ["occurredOn"]],
    [{ statement: "x", tags: ["a;b"] }, ["tags.0"]],
    [{ statement: "x", attribution: ["A > B"] }, ["attribution.0"]],
  ])("%j: 422 at %j", async (json, paths) => {
    const { status, body } = await record(json);
    expect(status).toBe(422);
    expect(pathsOf(body)).toEqual(paths);
  });

  test.each([[{ exact: "the tunnel was closed" }], [{ exact: "the bridge was closed", start: 0, end: 21 }]])(
    "whose quote does not stand in the text are refused: %j",
    async (quote) => {
      const { status, body } = await record({ statement: "x", articleId, quote });
      expect(status).toBe(422);
      expect(pathsOf(body)[0]).toMatch(/^quote/);
    },
  );

  test("are changed, retracted and restored, each step with its version", async () => {
    const { body } = await record({ statement: "It rained." });
    const of = { as, params: { claimId: String(body.id) } };
    const changed = await ask(changeClaim, { ...of, json: { statement: "It poured.", version: 1 } });
    expect(changed.body).toMatchObject({ statement: "It poured.", version: 2 });
    const late = await ask(changeClaim, { ...of, json: { statement: "It snowed.", version: 1 } });
    expect(late.status).toBe(409);
    expect(late.body.current).toMatchObject({ statement: "It poured.", version: 2 });
    expect((await ask(retractClaim, { ...of, headers: { "If-Match": '"1"' } })).status).toBe(409);
    expect((await ask(retractClaim, of)).body).toMatchObject({ status: "retracted" });
    expect((await ask(restoreClaim, of)).body).toMatchObject({ status: "draft" });
    expect((await ask(getClaim, of)).body).toMatchObject({ statement: "It poured.", status: "draft" });
  });

  test("sent twice with a key are recorded once", async () => {
    const send = () =>
      ask(recordClaim, inCase({ json: { statement: "Only once." }, headers: { "Idempotency-Key": "once" } }));
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.body.number).toBe(second.body.number);
    const found = await ask(listClaims, inCase({ query: "?q=only+once" }));
    expect(found.body.items).toHaveLength(1);
  });

  test.each(["status=gone", "sort=colour", "credibility=9", "has=luck", "outlet=Reuters"])(
    "?%s: 422",
    async (filter) => {
      expect((await ask(listClaims, inCase({ query: `?${filter}` }))).status).toBe(422);
    },
  );
});

describe("relations and conflicts", () => {
  test("a contradiction makes a conflict that any member's number finds", async () => {
    const [a, b] = [await record({ statement: "It was closed." }), await record({ statement: "It was open." })];
    const json = { from: a.body.id, to: b.body.id, kind: "contradicts", about: "occurrence" };
    const made = await ask(recordRelation, inCase({ json }));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ from: a.body.id, to: b.body.id, kind: "contradicts", about: "occurrence" });
    const { items } = (await ask(listConflicts, inCase())).body as { items: object[] };
    expect(items).toContainEqual(expect.objectContaining({ key: a.body.number, status: "open" }));
    for (const number of [`${a.body.number}`, `C-${b.body.number}`]) {
      const { status, body } = await ask(getConflict, { as, params: { caseId, number } });
      expect(status).toBe(200);
      expect(body.key).toBe(a.body.number);
      expect(body.camps).toHaveLength(2);
    }
  });

  test("nonsense is refused", async () => {
    const { body: claim } = await record({ statement: "Alone." });
    const relate = (json: object) => ask(recordRelation, inCase({ json: { from: claim.id, to: claim.id, ...json } }));
    expect((await relate({ kind: "agrees" })).status).toBe(422);
    expect((await relate({ kind: "loves" })).status).toBe(422);
    expect((await ask(getConflict, { as, params: { caseId, number: String(claim.number) } })).status).toBe(404);
    expect((await ask(getConflict, { as, params: { caseId, number: "0" } })).status).toBe(404);
  });
});

describe("the sheet", () => {
  test("leaves as CSV, and comes back into another case", async () => {
    const exported = await call(exportSheet, inCase());
    expect(exported.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(exported.headers.get("content-disposition")).toContain('filename="Bridge.csv"');
    const csv = await exported.text();
    expect(csv).toMatch(/^claim,statement,quote,/);
    const other = await testCase(team.analyst);
    const started = await call(startImport, {
      as,
      params: { caseId: other.id },
      body: csv,
      headers: { "Content-Type": "text/csv" },
    });
    expect(started.status).toBe(202);
    const { id } = (await started.json()) as { id: string };
    expect(started.headers.get("location")).toBe(`/api/v1/imports/${id}`);
    await runImport({ teamId: team.teamId, importId: id });
    const { body } = await ask(getImport, { as, params: { importId: id } });
    expect(body).toMatchObject({ status: "done", failed: 0, errors: [] });
    expect(body.created).toBe(body.total);
  });

  test("takes the filters of the list", async () => {
    const csv = await (await call(exportSheet, inCase({ query: "?tag=bridge" }))).text();
    expect(csv.trim().split("\n")).toHaveLength(2);
  });

  test("in a format that is not written is 422, naming what is", async () => {
    const { status, body } = await ask(exportSheet, inCase({ query: "?format=odt" }));
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain("csv");
  });

  test("that is no sheet is 422", async () => {
    const send = (body: BodyInit, type: string) =>
      ask(startImport, inCase({ body, headers: { "Content-Type": type } }));
    expect((await send("", "text/csv")).status).toBe(422);
  });

  test("uploaded twice with a key is one import, also as a form", async () => {
    const send = () => {
      const form = new FormData();
      form.set("file", new File(["statement\nIt rained.\n"], "sheet.csv", { type: "text/csv" }));
      return ask(startImport, inCase({ body: form, query: "?dryRun=true", headers: { "Idempotency-Key": "sheet" } }));
    };
    const [first, second] = [await send(), await send()];
    expect(first.status).toBe(202);
    expect(first.body).toMatchObject({ dryRun: true, filename: "sheet.csv" });
    expect(second.body.id).toBe(first.body.id);
  });
});

test("all of it stands in the activity, in order and without a gap", async () => {
  const seen: { seq: number; verb: string }[] = [];
  let after = 0;
  for (;;) {
    const { body } = await ask(listActivity, inCase({ query: `?after=${after}&limit=7` }));
    const items = body.items as { seq: number; verb: string }[];
    seen.push(...items);
    after = items.at(-1)?.seq ?? after;
    if (body.nextCursor === null) break;
  }
  expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
  const verbs = seen.map(({ verb }) => verb);
  expect(verbs).toEqual(expect.arrayContaining(["case.opened", "article.added", "claim.recorded", "claim.retracted"]));
});
