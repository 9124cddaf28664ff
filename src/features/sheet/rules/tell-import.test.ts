import { expect, it } from "vitest";
import { tellImport } from "./tell-import";

const nothing = { status: "done" as const, dryRun: false, created: 0, updated: 0, unchanged: 0, failed: 0 };

it.each([
  [{ created: 1 }, "1 claim created."],
  [
    { created: 1200, updated: 3, unchanged: 1, failed: 2 },
    "1,200 claims created, 3 updated, 1 left as it is, 2 rows refused.",
  ],
  [{ unchanged: 21 }, "21 left as they are."],
  [{ dryRun: true, created: 2, failed: 1 }, "2 claims would be created, 1 row would be refused."],
  [{}, "The sheet has no rows."],
  [{ status: "running" as const }, "Being imported."],
  [{ status: "running" as const, dryRun: true }, "Being checked."],
  [{ status: "failed" as const }, "Not imported: the file cannot be read as a sheet."],
])("tells %j", (found, sentence) => {
  expect(tellImport({ ...nothing, ...found })).toBe(sentence);
});
