import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase } from "@/testing/factories";
import type { Given } from "./command";
import { sheetExport, sheetImport } from "./sheet-commands";

const database = testDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), "crossbearing-cli-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function given(options: Given["options"], ...positionals: string[]): { given: Given; notes: string[] } {
  const notes: string[] = [];
  const url = database.url();
  return {
    notes,
    given: {
      options,
      positionals,
      resolvePath: (file) => path.resolve(folder, file),
      readInput: async () => "",
      note: (line) => notes.push(line),
      database: { url, directUrl: url, embedded: false },
    },
  };
}

it("takes a sheet in, tells the refused rows, and writes it out again", async () => {
  const { owner } = await testTeam();
  const { id } = await testCase(owner, { title: "From the command line" });
  writeFileSync(path.join(folder, "in.csv"), "statement,credibility\nFirst,2\nSecond,9\n");

  const dry = given({ case: "From the command line", "dry-run": true }, "in.csv");
  expect(await sheetImport.run(dry.given)).toMatchObject({ text: "1 created, 0 updated, 0 unchanged, 1 failed" });
  const real = given({ case: id }, "in.csv");
  expect(await sheetImport.run(real.given)).toMatchObject({ incomplete: true, json: { dryRun: false, created: 1 } });
  expect(real.notes).toEqual(["row 3: credibility: is not on the scale from 1 to 6"]);

  const out = given({ case: id, format: "csv", out: "out.csv" });
  expect(await sheetExport.run(out.given)).toMatchObject({ text: path.join(folder, "out.csv") });
  const written = readFileSync(path.join(folder, "out.csv"), "utf8").split("\n");
  expect(written[0]).toMatch(/^claim,statement,quote,/);
  expect(written[1]).toMatch(/^C-1,First,/);
});

it("says what is wrong with a file, a case or a format", async () => {
  const { owner } = await testTeam();
  const { id } = await testCase(owner);
  writeFileSync(path.join(folder, "broken.csv"), 'statement\n"open\n');
  const broken = given({ case: id }, "broken.csv");
  expect(await sheetImport.run(broken.given)).toMatchObject({ text: "Nothing was imported.", failed: true });
  expect(broken.notes[0]).toMatch(/^row 2: .*never closed/);
  await expect(sheetImport.run(given({ case: id }, "absent.csv").given)).rejects.toThrow(/cannot be read/);
  await expect(sheetImport.run(given({ case: "No such case" }, "in.csv").given)).rejects.toThrow(/no case/);
  await expect(sheetExport.run(given({ case: id, format: "xls" }).given)).rejects.toThrow(/csv/);
});
