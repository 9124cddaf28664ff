import fc from "fast-check";
import { expect, it } from "vitest";
import type { Ctx } from "@/platform/context";
import { testTeam } from "@/testing/actors";
import { comparableCase, exportCase } from "@/testing/case-files";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";
import { comparableRows, exportSheet, exportWorkbook, importSheet } from "@/testing/sheets";
import { csvRecord } from "../rules/csv";
import { type Column, MAX_CELL } from "../schema";

testDatabase();

type Cells = Partial<Record<Column, string>> & Record<string, string>;

const isText = (text: string) => text.trim() !== "" && !/[\p{Cc}\p{Cs}]/u.test(text);
const text = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
    fc
      .array(fc.constantFrom("=", "-", "+", "@", "'", '"', ",", ";", "\u200f", "قال", "🚑", "C-1", " a "), {
        maxLength: 5,
      })
      .map((parts) => parts.join("")),
  )
  .filter(isText);
const prose = fc.array(text, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));
const name = fc.constantFrom("Reuters", "AP", "Al-Estiklal", "القدس العربي", "=Outlet", "-", "Zeitung „Ost“");
const step = fc.oneof(name, fc.constantFrom("a spokesman", "Qais al-Khazali", "مصدر أمني"));
const date = fc.constantFrom("2024", "2024-10", "2024-10-21", "2024-10-21/2024-10-31", "2024-10?", "1985~", "2024-21");
const tag = fc.constantFrom("oil", "Gas", "-", "=tag", "بغداد");
const maybe = (cell: fc.Arbitrary<string>) => fc.oneof(fc.constant(""), cell);

const row = fc.record({
  statement: prose,
  quote: maybe(prose),
  outlet: maybe(name),
  attribution: maybe(fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => steps.join(" > "))),
  reported_on: maybe(date),
  occurred_on: maybe(date),
  place: maybe(text),
  reliability: maybe(fc.constantFrom("A", "F")),
  credibility: maybe(fc.constantFrom("1", "6")),
  confidence: maybe(fc.constantFrom("low", "high")),
  status: maybe(fc.constantFrom("draft", "reviewed", "retracted")),
  tags: maybe(fc.uniqueArray(tag, { minLength: 1, maxLength: 3 }).map((tags) => tags.join("; "))),
  note: maybe(prose),
  article: fc.constantFrom("Title one", "Title two", "=Title"),
  article_outlet: name,
  article_url: maybe(fc.constantFrom("https://example.org/1", "https://example.org/?q=a,b")),
  article_author: maybe(text),
  article_published_on: maybe(date),
  article_sha256: maybe(fc.constantFrom("a".repeat(64), "b".repeat(64))),
  "=Own": maybe(prose),
  "own, too": maybe(text),
});

/** Kinds between pairs of rows: one of content and one of descent at most. */
const relation = fc.record({
  from: fc.nat(11),
  to: fc.nat(11),
  content: fc.constantFrom<Column | null>("agrees_with", "contradicts", "qualifies", "updates", "unrelated_to", null),
  repeats: fc.boolean(),
});

const sheet = fc
  .tuple(
    fc.array(row, { minLength: 12, maxLength: 12 }),
    fc.uniqueArray(relation, { maxLength: 10, selector: ({ from, to }) => [from, to].sort((a, b) => a - b).join(" ") }),
  )
  .map(([rows, relations]) => {
    const cells = rows.map((each, index): Cells => ({ claim: `C-${index + 3}`, ...each }));
    for (const { from, to, content, repeats } of relations) {
      const source = cells[from];
      if (!source || from === to) continue;
      const columns = [content, repeats ? ("repeats" as const) : null].filter((column) => column !== null);
      for (const column of columns) source[column] = [source[column], `C-${to + 3}`].filter(Boolean).join("; ");
    }
    return cells;
  });

function csvOf(rows: Cells[]): string {
  const headers = [...new Set(rows.flatMap((each) => Object.keys(each)))];
  return [headers, ...rows.map((each) => headers.map((header) => each[header] ?? ""))].map(csvRecord).join("");
}

type Sheet = { ctx: Ctx; caseId: string };

/** Out of one case and into an empty one of another team, whichever way: there it is the same sheet, and nothing new. */
async function roundTrip(from: Sheet, take: (ctx: Ctx, caseId: string) => Promise<string | Buffer>): Promise<Sheet> {
  const { analyst: ctx } = await testTeam();
  const { id: caseId } = await testCase(ctx);
  const file = await take(from.ctx, from.caseId);
  const sheet = comparableRows(await exportSheet(from.ctx, from.caseId));
  const report = await importSheet(ctx, caseId, file);
  expect(report).toMatchObject({ status: "done", created: sheet.length, failed: 0, errors: [] });
  expect(comparableRows(await exportSheet(ctx, caseId))).toEqual(sheet);
  expect(await importSheet(ctx, caseId, file)).toMatchObject({ created: 0, updated: 0, failed: 0, errors: [] });
  return { ctx, caseId };
}

async function everyWay(from: Sheet): Promise<void> {
  await roundTrip(from, exportSheet);
  await roundTrip(from, exportWorkbook);
  const copy = await roundTrip(from, exportCase);
  expect(comparableCase(await exportCase(copy.ctx, copy.caseId))).toEqual(
    comparableCase(await exportCase(from.ctx, from.caseId)),
  );
}

it("any sheet that was imported goes out and comes in elsewhere as it was: as CSV, as a workbook, as a case", async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async (rows) => {
      const { analyst: ctx } = await testTeam();
      const { id: caseId } = await testCase(ctx);
      // Rows that contradict themselves (an attribution that leads elsewhere) are refused: the others make the sheet.
      const report = await importSheet(ctx, caseId, csvOf(rows));
      expect(report.status).toBe("done");
      const csv = await exportSheet(ctx, caseId);
      expect(await importSheet(ctx, caseId, csv)).toMatchObject({ unchanged: report.created, errors: [] });
      await everyWay({ ctx, caseId });
    }),
    { numRuns: 4 },
  );
}, 240_000);

it("a claim with a hundred relations, and cells as long as a spreadsheet has them, stay whole", async () => {
  const { analyst: ctx } = await testTeam();
  const { id: caseId } = await testCase(ctx);
  const others = Array.from({ length: 100 }, (_, at) => `C-${at + 2}`);
  const long = `${"قال 🚑 =1+1\n".repeat(2_500)}end`.slice(0, 19_999);
  const own = `${"x\n".repeat(16_383)}y`;
  const hub: Cells = {
    claim: "C-1",
    statement: "A hub",
    agrees_with: others.slice(0, 60).join("; "),
    contradicts: others.slice(60).join("; "),
    note: long,
    "Own column": own,
  };
  expect(own).toHaveLength(MAX_CELL);
  const rows = [hub, ...others.map((claim): Cells => ({ claim, statement: `By ${claim}` }))];
  expect(await importSheet(ctx, caseId, csvOf(rows))).toMatchObject({ created: 101, errors: [] });
  await everyWay({ ctx, caseId });
}, 240_000);
