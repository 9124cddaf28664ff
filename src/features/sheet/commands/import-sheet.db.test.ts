import { runOnce } from "graphile-worker";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyHistory } from "@/features/activity/queries";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { getClaimOfCase, listClaims } from "@/features/claim/queries";
import { ListClaims } from "@/features/claim/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { listRelations } from "@/features/relation/queries";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { importSheet, startSheet } from "@/testing/sheets";
import { getImport, listImports } from "../queries";
import { IMPORT_TASK } from "./import-task";
import { importSheet as importSheetTask, resumeImports, runImport } from "./run-import";

const database = testDatabase();
let team: TestTeam;

beforeAll(async () => {
  team = await testTeam();
});

const claimsOf = async (ctx: Ctx, caseId: string) => (await listClaims(ctx, caseId, ListClaims.parse({}))).items;

describe("who may", () => {
  it("refuses viewers and other teams", async () => {
    const { id } = await testCase(team.analyst);
    const stranger = await testTeam();
    await expect(async () => startSheet(team.viewer, id, "statement\na\n")).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(startSheet(stranger.owner, id, "statement\na\n")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const own = await startSheet(team.analyst, id, "statement\na\n");
    await expect(getImport(stranger.owner, own.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listImports(stranger.owner, id, { limit: 50 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("imports nothing for who has lost the right in the meantime", async () => {
    const { analyst } = await testTeam();
    const { id: caseId } = await testCase(analyst);
    const { id } = await startSheet(analyst, caseId, "statement\na\n");
    const { teamId } = analyst;
    await prisma().membership.update({
      where: { teamId_userId: { teamId, userId: analyst.actor.userId } },
      data: { role: "viewer" },
    });
    await runImport({ teamId, importId: id });
    expect(await getImport(analyst, id)).toMatchObject({ status: "failed", created: 0 });
  });
});

describe("a sheet of one's own", () => {
  const sheet = [
    "statement;outlet;attribution;tags;Quelle;status;reliability;credibility;contradicts;claim",
    "Twelve were hurt;Reuters;a doctor;Health;p. 3;reviewed;B;2;C-2;C-1",
    "Nobody was hurt;AP;;health;-;;;;;C-2",
    "Nobody knows;;;;;retracted;;;;",
  ].join("\r\n");

  it("becomes claims with outlets, grades, relations and columns of its own", async () => {
    const { analyst } = team;
    const { id } = await testCase(analyst);
    const report = await importSheet(analyst, id, sheet);
    expect(report).toMatchObject({ status: "done", total: 3, done: 3, created: 3, failed: 0, errors: [] });
    const [first, second, third] = await claimsOf(analyst, id);
    expect(first).toMatchObject({
      claim: "C-1",
      outlet: { name: "Reuters" },
      attribution: ["Reuters", "a doctor"],
      status: "reviewed",
      reliability: "B",
      credibility: 2,
      extra: { Quelle: "p. 3" },
      relations: { contradicts: 1 },
      createdBy: { name: "Anna Analyst" },
    });
    expect(first?.assessments).toMatchObject([{ user: { name: "Anna Analyst" }, lead: false }]);
    expect(second).toMatchObject({ tags: ["Health"], extra: {} });
    expect(third).toBeUndefined();
    expect(await getClaimOfCase(analyst, id, "C-3")).toMatchObject({ status: "retracted" });
  });

  it("changes nothing the second time, though it has no ids", async () => {
    const { analyst, lead } = team;
    const { id } = await testCase(analyst);
    const numberless = sheet.replaceAll(/;C-\d/g, ";").replace(";claim", ";x").replace("C-2", "");
    await importSheet(analyst, id, numberless);
    const rows = await prisma().activity.count({ where: { scopeId: id } });
    const again = await importSheet(lead, id, numberless);
    expect(again).toMatchObject({ created: 0, failed: 0 });
    expect(again.updated + again.unchanged).toBe(3);
    expect(await claimsOf(analyst, id)).toHaveLength(2);
    expect(await prisma().activity.count({ where: { scopeId: id } })).toBeLessThanOrEqual(rows + 3);
  });

  it("writes a history that names the importing person, the way and the row, and that verifies", async () => {
    const { analyst } = team;
    const { id } = await testCase(analyst);
    await importSheet(analyst, id, sheet);
    const rows = await prisma().activity.findMany({ where: { scopeId: id }, orderBy: { seq: "asc" } });
    const verbs = rows.map(({ verb }) => verb);
    expect(verbs[1]).toBe("import.started");
    expect(verbs.at(-1)).toBe("import.finished");
    expect(verbs.filter((verb) => verb === "claim.recorded")).toHaveLength(3);
    expect(rows.at(-1)).toMatchObject({ via: "import", actorName: "Anna Analyst", after: { created: 3, failed: 0 } });
    expect(await verifyHistory(analyst, id)).toMatchObject({ firstAltered: null });
  });
});

describe("a dry run", () => {
  it("tells the same and writes nothing", async () => {
    const { analyst } = team;
    const { id } = await testCase(analyst);
    const claim = await testClaim(analyst, id, { statement: "Old" });
    const before = await prisma().activity.count({ where: { teamId: team.teamId } });
    const csv = `id,statement,outlet,article,article_outlet\n${claim.id},New,Brand New Outlet,,\n,Another,,Title,Other New Outlet\n,,,,\n,,x,,\n`;
    const report = await importSheet(analyst, id, csv, { dryRun: true });
    expect(report).toMatchObject({ status: "done", dryRun: true, total: 3, created: 1, updated: 1, failed: 1 });
    expect(report.errors).toEqual([{ row: 5, column: "statement", message: "A new claim needs a statement" }]);
    expect(await claimsOf(analyst, id)).toMatchObject([{ statement: "Old", version: 1 }]);
    expect(await prisma().outlet.count({ where: { teamId: team.teamId, name: { contains: "New Outlet" } } })).toBe(0);
    expect(await prisma().activity.count({ where: { teamId: team.teamId } })).toBe(before);
    expect(await importSheet(analyst, id, csv)).toMatchObject({
      created: 1,
      updated: 1,
      failed: 1,
      errors: report.errors,
    });
  });
});

describe("a broken file", () => {
  it.each([
    ['statement,note\na,b\n"never closed,c\nd,e\n', 3, /never closed/],
    ['statement,note\na,b "c" d,e\nx,"y" z\n', 2, /line 2 .*quotation mark/i],
    ["", 0, /empty/],
    ["foo,bar\n1,2\n", 1, /which of its columns holds what is claimed/],
    [new Uint8Array([...new TextEncoder().encode("statement\nK"), 0x81, 0x98, 0x90]), 0, /encoding/],
    [new Uint8Array([0x50, 0x4b, 3, 4, 20]), 0, /broken/],
  ])("%j is refused as a whole, with the place", async (csv, row, message) => {
    const { analyst } = team;
    const { id } = await testCase(analyst);
    const report = await importSheet(analyst, id, csv);
    expect(report).toMatchObject({ status: "failed", created: 0 });
    expect(report.errors[0]?.row).toBe(row);
    expect(report.errors[0]?.message).toMatch(message);
    expect(await claimsOf(analyst, id)).toEqual([]);
  });
});

describe("a sheet of somebody else's", () => {
  const sheet = [
    "Log of the north;;;;;",
    ";;;;;",
    "Datum des Ereignisses;Quelle;Aussage;Link;Bewertung;Mehr",
    "03.04.2025;Wire Köln;Zwölf Menschen wurden verletzt;https://example.org/1;B2;x",
    "25/04/2025;Wire Köln;Niemand wurde verletzt;https://example.org/1;C-3;",
    "04/05/2025;Wire Köln;Die Brücke steht noch;https://example.org/2;A9;",
  ].join("\r\n");
  const latin = new Uint8Array([...sheet].map((char) => char.charCodeAt(0)));

  it("is read in its own encoding, under its own headings, below its title", async () => {
    const { analyst } = team;
    const { id } = await testCase(analyst);
    const report = await importSheet(analyst, id, latin);
    expect(report).toMatchObject({ status: "done", total: 3, created: 2, failed: 1 });
    expect(report.errors.map(({ row, column }) => [row, column])).toEqual([
      [6, "Bewertung"],
      [6, "Bewertung"],
    ]);
    const [first, second] = await claimsOf(analyst, id);
    expect(first).toMatchObject({
      statement: "Zwölf Menschen wurden verletzt",
      occurredOn: "2025-04-03",
      outlet: { name: "Wire Köln" },
      article: { title: "https://example.org/1" },
      reliability: "B",
      credibility: 2,
      extra: { Mehr: "x" },
    });
    expect(second?.article?.id).toBe(first?.article?.id);
    expect(await importSheet(analyst, id, latin)).toMatchObject({ created: 0, updated: 0, unchanged: 2, failed: 1 });
  });

  it("joins an article that is there by its address alone", async () => {
    const { analyst } = team;
    const { id } = await testCase(analyst);
    const { id: articleId } = await testArticle(analyst, id, {
      title: "The bridge",
      outlet: "Wire Köln",
      url: "https://example.org/1",
      text: "Zwölf Menschen wurden verletzt.",
    });
    await importSheet(analyst, id, latin);
    const [first] = await claimsOf(analyst, id);
    expect(first?.article).toMatchObject({ id: articleId, title: "The bridge" });
    expect(await importSheet(analyst, id, latin)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });
});

describe("good rows and bad rows", () => {
  it("lands the good ones and tells the bad ones by row and column", async () => {
    const { analyst } = team;
    const { id } = await testCase(analyst);
    const old = await testClaim(analyst, id, { statement: "Old" });
    const csv = `id,version,statement,credibility,reported_on\n${old.id},7,Newer,,\n,,Good,1,2024-10\n,,Bad,9,\n,,Bad,,yesteryear\n`;
    const report = await importSheet(analyst, id, csv);
    expect(report).toMatchObject({ created: 1, updated: 0, failed: 3 });
    expect(report.errors.map(({ row, column }) => [row, column])).toEqual([
      [2, "version"],
      [4, "credibility"],
      [5, "reported_on"],
    ]);
    expect((await claimsOf(analyst, id)).map(({ statement }) => statement)).toEqual(["Old", "Good"]);
  });

  it("refuses relations with what is retracted, and lands the row", async () => {
    const { analyst } = team;
    const { id } = await testCase(analyst);
    const gone = await testClaim(analyst, id, {});
    await retractClaim(analyst, { claimId: gone.id });
    const report = await importSheet(analyst, id, "statement,agrees_with\nNew,C-1\n");
    expect(report).toMatchObject({ created: 1, failed: 0, errors: [{ row: 2, column: "agrees_with" }] });
  });
});

describe("quotes", () => {
  const text = "The bridge was closed. Twelve people were hurt. The bridge was closed.";

  it("are pinned to a text that is held, to the character", async () => {
    const { analyst } = team;
    const { id } = await testCase(analyst);
    const { sha256 } = await testArticle(analyst, id, { title: "Bridge", outlet: "Daily Test", text });
    const csv = [
      "statement,quote,article,article_outlet,article_sha256,quote_start,quote_end",
      `a,Twelve people were hurt,Bridge,Daily Test,${sha256},,`,
      `b,The bridge was closed,Bridge,Daily Test,,48,69`,
      `c,The bridge was closed,Bridge,Daily Test,,,`,
      `d,Twelve people were hurt,Bridge,Daily Test,,0,23`,
      `e,Thirteen people were hurt,Bridge,Daily Test,,,`,
    ].join("\n");
    const report = await importSheet(analyst, id, csv);
    expect(report.errors.map(({ row, column }) => [row, column])).toEqual([
      [4, "quote"],
      [5, "quote"],
      [6, "quote"],
    ]);
    const [a, b] = await claimsOf(analyst, id);
    expect(a?.quote).toMatchObject({ state: "exact", start: 23, end: 46, suffix: ". The bridge was closed." });
    expect(b?.quote).toMatchObject({ state: "exact", start: 48 });
  });

  it("of a text that another case holds are pinned to a copy; of an unknown text they are orphaned", async () => {
    const { analyst } = team;
    const { sha256 } = await testArticle(analyst, (await testCase(analyst)).id, { text });
    const { id } = await testCase(analyst);
    const unknown = "0".repeat(64);
    const csv = [
      "statement,quote,article,article_outlet,article_url,article_sha256,quote_start,quote_end",
      `a,Twelve people were hurt,Copied,Daily Test,,${sha256},23,46`,
      `b,Twelve people,Far away,Daily Test,https://example.org/x,${unknown},5,18`,
    ].join("\n");
    expect(await importSheet(analyst, id, csv)).toMatchObject({ created: 2, errors: [] });
    const [a, b] = await claimsOf(analyst, id);
    expect(a?.quote).toMatchObject({ state: "exact", prefix: "The bridge was closed. " });
    expect(b?.quote).toMatchObject({ state: "orphaned", start: 5, end: 18 });
    expect(await prisma().article.count({ where: { caseId: id } })).toBe(2);
  });
});

describe("in a blind case", () => {
  it("a sheet made from what one may see takes nothing of others' views, and gives nothing away", async () => {
    const { analyst, lead } = team;
    const { id } = await testCase(lead, { blind: true });
    const a = await testClaim(lead, id, { credibility: 1 });
    const b = await testClaim(lead, id, {});
    await recordRelation(lead, { caseId: id, from: a.id, to: b.id, kind: "contradicts" });
    const csv = `id,agrees_with,credibility\n${a.id},${b.claim},3\n`;
    expect(await importSheet(analyst, id, csv)).toMatchObject({ updated: 1, errors: [] });
    expect(await importSheet(analyst, id, csv)).toMatchObject({ unchanged: 1, errors: [] });
    const { items } = await listRelations(analyst, id, { limit: 50 });
    expect(items).toMatchObject([{ kind: "disputed", judgements: [{ kind: "contradicts" }, { kind: "agrees" }] }]);
  });
});

describe("exactly once", () => {
  const sheet = `statement\n${Array.from({ length: 20 }, (_, index) => `Claim ${index}`).join("\n")}\n`;

  it("when two processes run the same import at once", async () => {
    const { analyst } = team;
    const { id: caseId } = await testCase(analyst);
    const { id } = await startSheet(analyst, caseId, sheet);
    const wanted = { teamId: analyst.teamId, importId: id };
    await Promise.all([runImport(wanted), runImport(wanted)]);
    await runImport(wanted);
    expect(await getImport(analyst, id)).toMatchObject({ status: "done", created: 20 });
    expect(await claimsOf(analyst, caseId)).toHaveLength(20);
  });

  it("when the queue brings it, and when a killed process left it running", async () => {
    const { analyst } = team;
    const { id: caseId } = await testCase(analyst);
    const { id } = await startSheet(analyst, caseId, sheet, { queue: true });
    expect(await getImport(analyst, id)).toMatchObject({ status: "queued" });
    // What a kill leaves: a job that is locked for ever, an import that seems to run, and nothing in the case.
    const locked = await prisma().$executeRaw`
      UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead' WHERE key LIKE ${`%${id}`}`;
    expect(locked).toBe(1);
    await prisma().import.update({
      where: { teamId_id: { teamId: analyst.teamId, id } },
      data: { status: "running", done: 7 },
    });
    await resumeImports();
    await runOnce({
      connectionString: database.url(),
      taskList: { [IMPORT_TASK]: importSheetTask },
      noHandleSignals: true,
    });
    expect(await getImport(analyst, id)).toMatchObject({ status: "done", done: 20, created: 20 });
    expect(await claimsOf(analyst, caseId)).toHaveLength(20);
  });
});
