import fc from "fast-check";
import { expect, it } from "vitest";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";
import { comparableRows, exportSheet, importSheet } from "@/testing/sheets";
import { csvRecord } from "../rules/csv";
import type { Column } from "../schema";

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

it("any sheet that was imported is exported, imported elsewhere and exported again as it was", async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async (rows) => {
      const [{ analyst }, { analyst: stranger }] = [await testTeam(), await testTeam()];
      const [first, second] = [await testCase(analyst), await testCase(stranger)];
      // Rows that contradict themselves (an attribution that leads elsewhere) are refused: the others make the sheet.
      const report = await importSheet(analyst, first.id, csvOf(rows));
      expect(report.status).toBe("done");
      const csv = await exportSheet(analyst, first.id);
      const copy = await importSheet(stranger, second.id, csv);
      expect(copy).toMatchObject({ created: report.created, failed: 0, errors: [] });
      expect(comparableRows(await exportSheet(stranger, second.id))).toEqual(comparableRows(csv));
      for (const [ctx, caseId] of [
        [analyst, first.id],
        [stranger, second.id],
      ] as const) {
        expect(await importSheet(ctx, caseId, csv)).toMatchObject({ unchanged: report.created, errors: [] });
      }
    }),
    { numRuns: 5 },
  );
}, 120_000);
