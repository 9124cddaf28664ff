import { beforeAll, describe, expect, it } from "vitest";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { changeOutlet } from "@/features/outlet/commands/change-outlet";
import { ChangeOutlet } from "@/features/outlet/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { RelationKind } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { comparableRows, exportSheet, exportWorkbook, importSheet } from "@/testing/sheets";
import { COLUMNS } from "../schema";

testDatabase();

const TEXT =
  "According to Wire One, 12 were hurt 🚑.\n\nقال المتحدث إن الجسر مغلق. According to Wire One, 12 were hurt 🚑.";

let team: TestTeam;
let caseId: string;
let csv: string;

beforeAll(async () => {
  team = await testTeam();
  const { lead, analyst, owner } = team;
  caseId = (await testCase(analyst)).id;
  const article = await testArticle(analyst, caseId, {
    title: "=Bridge, closed",
    outlet: "Daily Test",
    text: TEXT,
    url: "https://example.org/a?b=1&c=2",
    author: 'O\'Neil; "Ann"',
    publishedOn: "2024-10?",
  });
  const twin = await testArticle(analyst, caseId, { title: "Same title", outlet: "Daily Test", author: "First" });
  const other = await testArticle(analyst, caseId, {
    title: "Same title",
    outlet: "Daily Test",
    author: "Second",
    text: "Other words stand here.",
  });
  const second = TEXT.lastIndexOf("12 were hurt");
  const claims = [
    await testClaim(analyst, caseId, {
      statement: '=HYPERLINK("http://evil")',
      articleId: article.id,
      quote: { exact: "12 were hurt 🚑", start: second, end: second + "12 were hurt 🚑".length },
      outlet: "Wire One",
      reportedOn: "2024-10-21/2024-10-31",
      occurredOn: "2024-10",
      reliability: "B",
      credibility: 2,
      confidence: "low",
      tags: ["baghdad", "-"],
      place: "@Home",
    }),
    await testClaim(analyst, caseId, {
      statement: "'=starts with an apostrophe",
      articleId: article.id,
      quote: { exact: "قال المتحدث إن الجسر مغلق." },
      attribution: ["Daily Test", "Wire One", "a spokesman"],
      note: "-",
    }),
    await testClaim(analyst, caseId, {
      statement: '+ two\nlines, "quoted", and\ttabs',
      outlet: "Third Paper",
      note: "line\n\nline",
    }),
    await testClaim(analyst, caseId, { statement: "-", articleId: twin.id, attribution: ["unnamed official"] }),
    await testClaim(analyst, caseId, { statement: "By nobody" }),
    await testClaim(analyst, caseId, { statement: "By nobody", articleId: other.id, quote: { exact: "Other words" } }),
    await testClaim(analyst, caseId, { statement: "To be retracted", note: "'" }),
  ];
  await testClaim(analyst, caseId, { statement: "later", attribution: ["Ministry"] });
  await testClaim(lead, caseId, { statement: "the ministry became an outlet", outlet: "Ministry", credibility: 4 });
  const outlet = claims[2]?.outlet;
  if (outlet) await changeOutlet(owner, { ...ChangeOutlet.parse({ reliability: "D" }), outletId: outlet.id });
  const relate = (ctx: Ctx, from: number, to: number, kind: RelationKind) =>
    recordRelation(ctx, { caseId, from: claims[from]?.id ?? "", to: claims[to]?.id ?? "", kind });
  await relate(analyst, 0, 1, "agrees");
  await relate(analyst, 0, 1, "repeats");
  await relate(analyst, 2, 0, "contradicts");
  await relate(analyst, 3, 0, "qualifies");
  await relate(analyst, 3, 1, "updates");
  await relate(analyst, 1, 2, "updates");
  await relate(lead, 2, 1, "updates");
  await relate(lead, 4, 5, "unrelated");
  await relate(lead, 6, 0, "agrees");
  await changeClaim(
    analyst,
    { claimId: claims[4]?.id ?? "", status: "reviewed" },
    { extra: { "=Häftling": "=1+1", zwei: "-", "Drei; vier": "a\nb" } },
  );
  await retractClaim(analyst, { claimId: claims[6]?.id ?? "" });
  csv = await exportSheet(analyst, caseId);
});

describe("an export", () => {
  it("has the columns in order, the sheet's own ones behind, and every claim with its status", () => {
    const header = csv.slice(0, csv.indexOf("\n")).split(",");
    expect(header).toEqual([...COLUMNS, "'=Häftling", "Drei; vier", "zwei"]);
    expect(comparableRows(csv).map(({ claim, status }) => `${claim} ${status}`)).toEqual([
      ...["C-1 draft", "C-2 draft", "C-3 draft", "C-4 draft", "C-5 reviewed", "C-6 draft", "C-7 retracted"],
      ...["C-8 draft", "C-9 draft"],
    ]);
  });

  it("runs nothing in a spreadsheet", () => {
    const cells = comparableRows(csv).flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toContain('\'=HYPERLINK("http://evil")');
  });

  it("names relations on both ends, directed ones on the claim they run from, disputed ones nowhere", () => {
    const rows = comparableRows(csv);
    const named = (column: string) => rows.map((row) => row[column]);
    expect(named("agrees_with")).toEqual(["C-2; C-7", "C-1", "", "", "", "", "C-1", "", ""]);
    expect(named("contradicts")).toEqual(["C-3", "", "C-1", "", "", "", "", "", ""]);
    expect(named("repeats")).toEqual(["C-2", "", "", "", "", "", "", "", ""]);
    expect(named("updates")).toEqual(["", "", "", "C-2", "", "", "", "", ""]);
  });

  it("shows the outlet's reliability where nobody graded the claim, and keeps vague dates as EDTF", () => {
    const [first, , third] = comparableRows(csv);
    expect(third).toMatchObject({ outlet: "Third Paper", reliability: "D" });
    expect(first).toMatchObject({ reliability: "B", reported_on: "2024-10-21/2024-10-31", attribution: "Wire One" });
  });
});

describe("into an empty case", () => {
  it("of the same team gives the same sheet", async () => {
    const target = await testCase(team.analyst);
    const report = await importSheet(team.analyst, target.id, csv);
    expect(report.errors).toEqual([]);
    expect(report).toMatchObject({ status: "done", created: 9, failed: 0 });
    expect(comparableRows(await exportSheet(team.analyst, target.id))).toEqual(comparableRows(csv));
  });

  it("of another team gives the same sheet", async () => {
    const { analyst } = await testTeam();
    const target = await testCase(analyst);
    const report = await importSheet(analyst, target.id, csv);
    expect(report.errors).toEqual([]);
    expect(comparableRows(await exportSheet(analyst, target.id))).toEqual(comparableRows(csv));
    const again = await importSheet(analyst, target.id, csv);
    expect(again).toMatchObject({ status: "done", created: 0, updated: 0, unchanged: 9, failed: 0, errors: [] });
  });
});

describe("as a workbook", () => {
  it("comes into another team as the same sheet", async () => {
    const { analyst } = await testTeam();
    const target = await testCase(analyst);
    const book = await exportWorkbook(team.analyst, caseId);
    const report = await importSheet(analyst, target.id, book);
    expect(report).toMatchObject({ status: "done", created: 9, failed: 0, errors: [] });
    expect(comparableRows(await exportSheet(analyst, target.id))).toEqual(comparableRows(csv));
    expect(await importSheet(analyst, target.id, book)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 9,
      errors: [],
    });
  });

  it("changes nothing where it was exported", async () => {
    const report = await importSheet(team.analyst, caseId, await exportWorkbook(team.analyst, caseId));
    expect(report).toMatchObject({ status: "done", unchanged: 9, updated: 0, created: 0, failed: 0, errors: [] });
    expect(await exportSheet(team.analyst, caseId)).toBe(csv);
  });
});

it("changes nothing where it was exported", async () => {
  const report = await importSheet(team.analyst, caseId, csv);
  expect(report).toMatchObject({
    status: "done",
    total: 9,
    done: 9,
    unchanged: 9,
    updated: 0,
    created: 0,
    failed: 0,
    errors: [],
  });
  expect(await exportSheet(team.analyst, caseId)).toBe(csv);
});
