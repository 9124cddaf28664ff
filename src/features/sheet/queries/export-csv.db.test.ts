import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { pool } from "@/platform/db/pool";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { comparableRows, exportSheet } from "@/testing/sheets";
import { encodeCell } from "../rules/cells";
import { exportCsv } from "./export-csv";

testDatabase();

it("guards cells in the database exactly as the rule does", async () => {
  const { analyst } = await testTeam();
  const { id: caseId } = await testCase(analyst);
  const claim = await testClaim(analyst, caseId, {});
  const piece = fc.constantFrom(
    "=",
    "-",
    "+",
    "@",
    "\t",
    "\n",
    "＝",
    "＠",
    "'",
    "t",
    "r",
    "n",
    "\\",
    '"',
    ",",
    "ق",
    "🚑",
  );
  const value = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
  const values = fc.sample(value, 300);
  const extra = Object.fromEntries(values.map((each, index) => [`column ${index}`, each]));
  await changeClaim(analyst, { claimId: claim.id }, { extra });
  const [row] = comparableRows(await exportSheet(analyst, caseId));
  expect(values.map((_, index) => row?.[`column ${index}`])).toEqual(values.map(encodeCell));
});

it("filters, sorts and names the columns of what it exports only", async () => {
  const { analyst } = await testTeam();
  const { id: caseId } = await testCase(analyst);
  await testClaim(analyst, caseId, {
    statement: "It's $1 and 100% \\ oil",
    outlet: "O'Neil",
    tags: ["a"],
    reportedOn: "2024",
  });
  await testClaim(analyst, caseId, { statement: "Gas", outlet: "AP", tags: ["b"], reportedOn: "2020" });
  const third = await testClaim(analyst, caseId, {
    statement: "Oil",
    outlet: "AP",
    tags: ['a "b" {c}'],
    reportedOn: "2022",
  });
  await changeClaim(analyst, { claimId: third.id }, { extra: { Own: "x" } });
  const exported = async (...filter: [object, ("-number" | "reportedOn")?]) => {
    const chunks: string[] = [];
    for await (const chunk of await exportCsv(analyst, caseId, ...filter)) chunks.push(String(chunk));
    return comparableRows(chunks.join(""));
  };
  const claims = async (...filter: Parameters<typeof exported>) =>
    (await exported(...filter)).map(({ claim }) => claim);
  expect(await claims({ q: "oil" })).toEqual(["C-1", "C-3"]);
  expect(await claims({ q: "$1" })).toEqual(["C-1"]);
  expect(await claims({ tag: ['a "b" {c}'] })).toEqual(["C-3"]);
  expect(await claims({}, "-number")).toEqual(["C-3", "C-2", "C-1"]);
  expect(await claims({}, "reportedOn")).toEqual(["C-2", "C-3", "C-1"]);
  expect((await exported({ q: "gas" }))[0]).not.toHaveProperty("Own");
  expect((await exported({ q: "oil" }))[1]).toHaveProperty("Own", "x");
});

it("leaves the pool whole when readers go away", async () => {
  const { analyst } = await testTeam();
  const { id: caseId } = await testCase(analyst);
  for (let number = 0; number < 20; number++) await testClaim(analyst, caseId, { note: "x".repeat(15_000) });
  for (let reader = 0; reader < 12; reader++) {
    for await (const _chunk of await exportCsv(analyst, caseId, {})) break;
  }
  const { rows } = await pool().query("SELECT count(*)::int AS n FROM claim WHERE case_id = $1", [caseId]);
  expect(rows[0].n).toBe(20);
  // A connection goes back to the pool a moment after its reader has gone.
  await vi.waitFor(() => expect(pool().totalCount - pool().idleCount).toBe(0), 10_000);
});

it("tells nobody of a case in another team", async () => {
  const { analyst } = await testTeam();
  const { id } = await testCase((await testTeam()).analyst);
  await expect(exportCsv(analyst, id, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});
