import type { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
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
import { getImport } from "../queries";
import { exportCsv } from "../queries/export-csv";
import type { Import } from "../schema";
import { runImport } from "./run-import";
import { startImport } from "./start-import";

testDatabase();

async function exported(ctx: Ctx, caseId: string): Promise<string> {
  return readAll(await exportCsv(ctx, caseId, {}));
}

async function readAll(stream: Readable): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of stream) chunks.push(String(chunk));
  return chunks.join("");
}

async function imported(ctx: Ctx, caseId: string, csv: string, dryRun = false): Promise<Import> {
  const bytes = new TextEncoder().encode(csv);
  const { id } = await startImport(
    ctx,
    { caseId, filename: "sheet.csv", contentType: "text/csv", bytes, dryRun },
    { queue: false },
  );
  await runImport({ teamId: ctx.teamId, importId: id });
  return getImport(ctx, id);
}

/** Without what belongs to one case and one moment. */
function comparable(csv: string) {
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  return rows.map(({ id: _id, version: _version, entered_by: _by, entered_at: _at, ...rest }) => rest);
}

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
  csv = await exported(analyst, caseId);
});

it("exports what is there", () => {
  expect(comparable(csv)).toHaveLength(9);
});

describe("into an empty case", () => {
  it("of the same team gives the same sheet", async () => {
    const target = await testCase(team.analyst);
    const report = await imported(team.analyst, target.id, csv);
    expect(report.errors).toEqual([]);
    expect(report).toMatchObject({ status: "done", created: 9, failed: 0 });
    expect(comparable(await exported(team.analyst, target.id))).toEqual(comparable(csv));
  });

  it("of another team gives the same sheet", async () => {
    const { analyst } = await testTeam();
    const target = await testCase(analyst);
    const report = await imported(analyst, target.id, csv);
    expect(report.errors).toEqual([]);
    expect(comparable(await exported(analyst, target.id))).toEqual(comparable(csv));
    const again = await imported(analyst, target.id, csv);
    expect(again).toMatchObject({ status: "done", created: 0, updated: 0, unchanged: 9, failed: 0, errors: [] });
  });
});

it("changes nothing where it was exported", async () => {
  const report = await imported(team.analyst, caseId, csv);
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
  expect(await exported(team.analyst, caseId)).toBe(csv);
});
