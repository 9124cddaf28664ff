import { createHash } from "node:crypto";
import { readSheet } from "read-excel-file/node";
import { expect, it, vi } from "vitest";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { judgeRelation } from "@/features/relation/commands/judge-relation";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import { pool } from "@/platform/db/pool";
import { readZip } from "@/platform/zip/read-zip";
import { testTeam } from "@/testing/actors";
import { collect } from "@/testing/collect";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { comparableRows, exportSheet } from "@/testing/sheets";
import { exportXlsx } from "./export-xlsx";

testDatabase();

type Table = (string | number | boolean | Date | null)[][];
const tableOf = async (file: Buffer, sheet: string) => (await readSheet(file, sheet)) as Table;
const objectsOf = ([header = [], ...rows]: Table) =>
  rows.map((row) => Object.fromEntries(header.map((name, index) => [String(name), row[index] ?? ""])));

it("is a workbook that others read, with what CSV says cell by cell", async () => {
  const { analyst } = await testTeam();
  const { id: caseId } = await testCase(analyst, { title: "=Bridge" });
  const article = await testArticle(analyst, caseId, {
    url: "https://example.org/?a=1&b=2",
    publishedOn: "2024-10-21",
  });
  const claim = await testClaim(analyst, caseId, {
    statement: '=1+1 & <b> "x"\n_x0041_ قال 🚑',
    articleId: article.id,
    quote: { exact: "Twelve people were hurt" },
    reportedOn: "2024-10-21",
    occurredOn: "2024-10",
    credibility: 2,
    note: "قال المتحدث",
  });
  await changeClaim(analyst, { claimId: claim.id }, { extra: { "=Own": "-" } });
  await testClaim(analyst, caseId, { statement: "-" });
  const file = await collect(await exportXlsx(analyst, caseId, {}));
  const rows = objectsOf(await tableOf(file, "Claims"));
  const text = (value: unknown) =>
    value instanceof Date ? value.toISOString().replace("T00:00:00.000Z", "") : String(value);
  const comparable = rows.map(({ id: _id, version: _version, entered_by: _by, entered_at: _at, ...rest }) =>
    Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, text(value)])),
  );
  expect(comparable).toEqual(comparableRows(await exportSheet(analyst, caseId)));
  expect(rows[0]).toMatchObject({ credibility: 2, reported_on: new Date("2024-10-21"), occurred_on: "2024-10" });
  expect(objectsOf(await tableOf(file, "Articles"))).toMatchObject([
    { article_url: "https://example.org/?a=1&b=2", claims: 1 },
  ]);
  expect(objectsOf(await tableOf(file, "Outlets"))).toMatchObject([{ outlet: "Daily Test", claims: 1, articles: 1 }]);
});

it("tells what it holds, and a hash that anybody can check", async () => {
  const { analyst } = await testTeam();
  const { id: caseId } = await testCase(analyst, { title: "Bridge" });
  await testClaim(analyst, caseId, { statement: "Oil", tags: ["a"] });
  await testClaim(analyst, caseId, { statement: "Gas" });
  const tally: Record<string, number> = {};
  const file = await collect(await exportXlsx(analyst, caseId, { tag: ["a"] }, "-number", tally));
  expect(tally).toEqual({ claims: 1, relations: 0, articles: 0, outlets: 0, findings: 0 });
  const about = Object.fromEntries(await tableOf(file, "About")) as Record<string, string>;
  expect(about).toMatchObject({
    case: "Bridge",
    "exported by": "Anna Analyst",
    "filter: tag": "a",
    "filter: status": "any, retracted claims included",
    order: "by number, highest first",
    claims: "1",
    "texts continued": "0",
  });
  const hash = createHash("sha256");
  const zip = readZip(file);
  for (let place = 1; place <= 5; place++) {
    for await (const part of zip.open(`xl/worksheets/sheet${place}.xml`)) hash.update(part);
  }
  expect(about["sha-256"]).toBe(hash.digest("hex"));
});

it("tells of every relation who judged what, what stands and who ruled", async () => {
  const { analyst, lead } = await testTeam();
  const { id: caseId } = await testCase(analyst);
  const [a, b] = [await testClaim(analyst, caseId, {}), await testClaim(analyst, caseId, {})];
  const relation = await recordRelation(analyst, {
    caseId,
    from: b.id,
    to: a.id,
    kind: "contradicts",
    about: "number",
    rationale: "twelve, not ten",
  });
  await judgeRelation(lead, { relationId: relation.id, kind: "updates", from: a.id });
  await ruleOnRelation(lead, { relationId: relation.id, kind: "contradicts", about: "time", rationale: "=both" });
  const file = await collect(await exportXlsx(analyst, caseId, {}));
  const rows = objectsOf(await tableOf(file, "Relations"));
  const ruling = {
    standing: "contradicts",
    ruling: "contradicts",
    ruling_about: "time",
    ruling_rationale: "'=both",
    ruled_by: "Lena Lead",
  };
  expect(rows).toMatchObject([
    {
      from: "C-2",
      to: "C-1",
      kind: "contradicts",
      about: "number",
      rationale: "twelve, not ten",
      judge: "Anna Analyst",
      ...ruling,
    },
    { from: "C-1", to: "C-2", kind: "updates", judge: "Lena Lead", ...ruling },
  ]);
});

it("keeps others' judgements of a blind case from who has not judged", async () => {
  const { analyst, lead } = await testTeam();
  const { id: caseId } = await testCase(lead, { blind: true });
  const [a, b] = [await testClaim(lead, caseId, { credibility: 2 }), await testClaim(lead, caseId, {})];
  await recordRelation(lead, { caseId, from: a.id, to: b.id, kind: "contradicts" });
  const others = await collect(await exportXlsx(analyst, caseId, {}));
  expect(objectsOf(await tableOf(others, "Relations"))).toEqual([]);
  expect(objectsOf(await tableOf(others, "Claims"))[0]).toMatchObject({ credibility: "", contradicts: "" });
  const own = await collect(await exportXlsx(lead, caseId, {}));
  expect(objectsOf(await tableOf(own, "Relations"))).toHaveLength(1);
});

it("continues a text that no cell holds on a sheet of its own", async () => {
  const { analyst } = await testTeam();
  const { id: caseId } = await testCase(analyst);
  const claim = await testClaim(analyst, caseId, {});
  await changeClaim(
    analyst,
    { claimId: claim.id },
    { extra: { Long: `=${"x".repeat(32_766)}`, Fits: "y".repeat(32_767) } },
  );
  const file = await collect(await exportXlsx(analyst, caseId, {}));
  const [row] = objectsOf(await tableOf(file, "Claims"));
  expect(String(row?.Fits)).toHaveLength(32_767);
  expect(row?.Long).toMatch(/continued on the sheet/);
  expect(String(row?.Long).length).toBeLessThanOrEqual(32_767);
  const parts = objectsOf(await tableOf(file, "Long texts"));
  expect(parts.map(({ text }) => text).join("")).toBe(`'=${"x".repeat(32_766)}`);
  expect(parts[0]).toMatchObject({ sheet: "Claims", row: 2, column: "Long", part: 1 });
});

it("leaves the pool whole when readers go away", async () => {
  const { analyst } = await testTeam();
  const { id: caseId } = await testCase(analyst);
  for (let number = 0; number < 20; number++) {
    const note = Array.from({ length: 2000 }, () => Math.random().toString(36))
      .join(" ")
      .slice(0, 19_000);
    await testClaim(analyst, caseId, { note });
  }
  for (let reader = 0; reader < 12; reader++) {
    for await (const _chunk of await exportXlsx(analyst, caseId, {})) break;
  }
  await vi.waitFor(() => expect(pool().totalCount - pool().idleCount).toBe(0), 10_000);
});

it("tells nobody of a case in another team", async () => {
  const { analyst } = await testTeam();
  const { id } = await testCase((await testTeam()).analyst);
  await expect(exportXlsx(analyst, id, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});
