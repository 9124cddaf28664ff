import { beforeAll, describe, expect, it } from "vitest";
import { listClaims } from "@/features/claim/queries";
import { ListClaims } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { importSheet, startSheet } from "@/testing/sheets";
import { getImport } from "../queries";
import { exportRefused } from "../queries/export-refused";
import { getImportMapping } from "../queries/get-import-mapping";
import { listImportRows } from "../queries/list-import-rows";
import type { Target } from "../rules/mapping";
import type { RowOutcome } from "../schema";
import { cancelImport, mapImport, writeImport } from "./change-import";
import { runImport } from "./run-import";

testDatabase();

let team: TestTeam;
beforeAll(async () => {
  team = await testTeam();
});

const run = async (ctx: Ctx, importId: string) => {
  await runImport({ teamId: ctx.teamId, importId });
  return getImport(ctx, importId);
};
const rowsOf = async (ctx: Ctx, importId: string, outcome?: RowOutcome) =>
  (await listImportRows(ctx, importId, { limit: 200, outcome })).items;
const claimsOf = async (ctx: Ctx, caseId: string) => (await listClaims(ctx, caseId, ListClaims.parse({}))).items;
const refusedOf = async (ctx: Ctx, importId: string) => {
  const chunks: Buffer[] = [];
  for await (const chunk of (await exportRefused(ctx, importId)).lines) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
};

const MESSY = [
  "Our log;;;;",
  "What they said;Who;When;Grade;Internal",
  "Twelve were hurt on the bridge, according to a doctor;Wire One;03/04/2025;B2;x",
  "Nobody was hurt on the bridge, according to the police;Wire Two;05/04/2025;Q9;",
  '"Two lines;\nof one cell";Wire Two;06/04/2025;;=1+1',
].join("\r\n");

const MAPPING: Record<string, Target[]> = {
  "What they said": ["statement"],
  Who: ["outlet"],
  When: ["occurred_on"],
  Grade: ["reliability", "credibility"],
  Internal: ["extra"],
};

describe("a sheet that says little of its columns", () => {
  it("is mapped, previewed row by row, and written only then", async () => {
    const { analyst } = team;
    const { id: caseId } = await testCase(analyst);
    const started = await startSheet(analyst, caseId, MESSY, { dryRun: true });
    await run(analyst, started.id);
    const reading = await getImportMapping(analyst, started.id);
    expect(reading).toMatchObject({ header: 2, delimiter: ";", encoding: "utf-8" });
    expect(reading.columns.map(({ heading }) => heading)).toEqual(Object.keys(MAPPING));
    expect(reading.columns[3]).toMatchObject({ samples: ["B2", "Q9"], to: ["extra"] });

    const mapped = await mapImport(analyst, { importId: started.id, mapping: { columns: MAPPING } });
    expect(mapped).toMatchObject({ status: "queued", dryRun: true });
    const open = await run(analyst, started.id);
    expect(open).toMatchObject({ status: "done", created: 0, failed: 3 });
    expect(open.errors[0]).toMatchObject({
      row: 3,
      column: "When",
      message: expect.stringContaining("day or with the month"),
    });

    await mapImport(analyst, { importId: started.id, mapping: { columns: MAPPING, dates: "day-first" } });
    const checked = await run(analyst, started.id);
    expect(checked).toMatchObject({ status: "done", phase: "checking", total: 3, created: 2, failed: 1 });
    const [first, second, third] = await rowsOf(analyst, started.id);
    expect(first).toMatchObject({
      row: 3,
      outcome: "created",
      claim: "C-1",
      cells: { occurred_on: "2025-04-03", reliability: "B", credibility: "2", Internal: "x" },
    });
    expect(second).toMatchObject({ row: 4, outcome: "failed", cells: { reliability: "Q9" } });
    expect(second?.errors.map(({ column }) => column)).toEqual(["reliability", "credibility"]);
    expect(third).toMatchObject({ row: 5, outcome: "created", cells: { statement: "Two lines;\nof one cell" } });
    expect(await claimsOf(analyst, caseId)).toEqual([]);

    await writeImport(analyst, { importId: started.id, version: checked.version });
    const written = await run(analyst, started.id);
    expect(written).toMatchObject({ status: "done", dryRun: false, phase: "writing", created: 2, failed: 1 });
    expect(await claimsOf(analyst, caseId)).toMatchObject([
      { reliability: "B", credibility: 2 },
      { extra: { Internal: "=1+1" } },
    ]);
    await expect(writeImport(analyst, { importId: started.id })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("gives its refused rows back as they were; corrected they come in by what the team said of these headings", async () => {
    const { analyst, lead } = team;
    const { id: caseId } = await testCase(analyst);
    const { id } = await startSheet(analyst, caseId, MESSY.replace(";B2;x", ";B2;'=x").replace(";Q9;", ";Q9;=2"));
    await mapImport(analyst, { importId: id, mapping: { columns: MAPPING, dates: "day-first" } }).catch(() => {});
    await prisma().import.update({
      where: { teamId_id: { teamId: analyst.teamId, id } },
      data: { mapping: { columns: MAPPING, dates: "day-first" } },
    });
    await run(analyst, id);
    const csv = await refusedOf(analyst, id);
    expect(csv).toBe(
      "\uFEFFWhat they said;Who;When;Grade;Internal;error\r\n" +
        "Nobody was hurt on the bridge, according to the police;Wire Two;05/04/2025;Q9;'=2;" +
        "[Grade] is not on the scale from A to F; [Grade] is not on the scale from 1 to 6\r\n".replace(
          /^(.*)\r\n$/,
          '"$1"\r\n',
        ),
    );
    const corrected = csv.replace("Q9", "C-3");
    expect(await importSheet(lead, caseId, corrected)).toMatchObject({ created: 1, failed: 0, total: 1 });
    const claims = await claimsOf(analyst, caseId);
    expect(claims).toHaveLength(3);
    expect(claims[2]).toMatchObject({ occurredOn: "2025-04-05", reliability: "C", extra: { Internal: "=2" } });
    expect(Object.keys(claims[2]?.extra ?? {})).toEqual(["Internal"]);
    expect(await importSheet(analyst, caseId, corrected)).toMatchObject({ created: 0, updated: 0 });
  });
});

describe("the preview", () => {
  it("tells field by field what changes, and pages by outcome", async () => {
    const { analyst } = await testTeam();
    const { id: caseId } = await testCase(analyst);
    const a = await testClaim(analyst, caseId, { statement: "Old words", credibility: 2, note: "kept" });
    const b = await testClaim(analyst, caseId, { statement: "Same" });
    const csv = [
      "id,statement,credibility,note,agrees_with,ward",
      `${a.id},New words,3,-,C-2,North`,
      `${b.id},Same,,,,`,
      ",Another,,,,",
      ",,9,,,",
    ].join("\n");
    const { id } = await startSheet(analyst, caseId, csv, { dryRun: true });
    expect(await run(analyst, id)).toMatchObject({ created: 1, updated: 1, unchanged: 1, failed: 1 });
    const [changed] = await rowsOf(analyst, id, "updated");
    expect(changed).toMatchObject({ row: 2, claim: "C-1" });
    expect(changed?.changes).toEqual(
      expect.arrayContaining([
        { column: "statement", old: "Old words", new: "New words" },
        { column: "credibility", old: "2", new: "3" },
        { column: "note", old: "kept", new: "" },
        { column: "ward", old: "", new: "North" },
        { column: "agrees_with", old: "", new: "C-2" },
      ]),
    );
    expect(changed?.changes).toHaveLength(5);
    expect(await rowsOf(analyst, id, "unchanged")).toMatchObject([{ row: 3, claim: "C-2", changes: [] }]);
    expect(await rowsOf(analyst, id, "failed")).toMatchObject([{ row: 5, errors: [{ column: "credibility" }] }]);
    const page = await listImportRows(analyst, id, { limit: 3 });
    expect(page.items.map(({ row }) => row)).toEqual([2, 3, 4]);
    const next = await listImportRows(analyst, id, { limit: 3, cursor: page.nextCursor ?? "" });
    expect(next).toMatchObject({ items: [{ row: 5 }], nextCursor: null });
  });

  it("is for who brought the file alone, and so is what is done with it", async () => {
    const { analyst, lead, viewer } = team;
    const stranger = await testTeam();
    const { id: caseId } = await testCase(analyst);
    const { id } = await startSheet(analyst, caseId, "statement\nx\n", { dryRun: true });
    await run(analyst, id);
    for (const [ctx, code] of [
      [lead, "FORBIDDEN"],
      [viewer, "FORBIDDEN"],
      [stranger.owner, "NOT_FOUND"],
    ] as const) {
      await expect(listImportRows(ctx, id, { limit: 5 })).rejects.toMatchObject({ code });
      await expect(exportRefused(ctx, id)).rejects.toMatchObject({ code });
      await expect(getImportMapping(ctx, id)).rejects.toMatchObject({ code });
    }
    await expect(writeImport(viewer, { importId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(writeImport(lead, { importId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(writeImport(analyst, { importId: id, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(cancelImport(viewer, { importId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(cancelImport(stranger.owner, { importId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("cancelling", () => {
  const many = `statement\n${Array.from({ length: 3000 }, (_, index) => `Report number ${index}`).join("\n")}\n`;

  it("of one that waits leaves nothing to run", async () => {
    const { analyst, lead } = team;
    const { id: caseId } = await testCase(analyst);
    const { id } = await startSheet(analyst, caseId, "statement\nx\n");
    expect(await cancelImport(lead, { importId: id })).toMatchObject({ status: "failed", cancelled: true });
    expect(await run(analyst, id)).toMatchObject({ status: "failed", cancelled: true, created: 0 });
    expect(await claimsOf(analyst, caseId)).toEqual([]);
    await expect(cancelImport(analyst, { importId: id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("of one that writes undoes all of it, and it can be written again", async () => {
    const { analyst } = team;
    const { id: caseId } = await testCase(analyst);
    const { id } = await startSheet(analyst, caseId, many);
    const running = runImport({ teamId: analyst.teamId, importId: id });
    await expect.poll(async () => (await getImport(analyst, id)).phase, { timeout: 20_000 }).toBe("writing");
    expect(await cancelImport(analyst, { importId: id })).toMatchObject({ status: "failed", cancelled: true });
    await running;
    expect(await getImport(analyst, id)).toMatchObject({ status: "failed", created: 0 });
    expect(await claimsOf(analyst, caseId)).toEqual([]);
    expect(await importSheet(analyst, caseId, many)).toMatchObject({ created: 3000, cancelled: false });
  });

  it("a check that is overtaken by another mapping tells nothing any more", async () => {
    const { analyst } = team;
    const { id: caseId } = await testCase(analyst);
    const { id } = await startSheet(analyst, caseId, many, { dryRun: true });
    const first = runImport({ teamId: analyst.teamId, importId: id });
    await expect.poll(async () => (await getImport(analyst, id)).status, { timeout: 20_000 }).toBe("running");
    await mapImport(analyst, { importId: id, mapping: { columns: { statement: ["note"] } } });
    await first;
    expect(await getImport(analyst, id)).toMatchObject({ status: "queued" });
    expect(await run(analyst, id)).toMatchObject({ status: "failed", cancelled: false });
  });
});
