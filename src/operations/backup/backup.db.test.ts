import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { verifyHistory } from "@/features/activity/queries";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { AssessClaim } from "@/features/claim/schema";
import { judgeRelation } from "@/features/relation/commands/judge-relation";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { Ctx } from "@/platform/context";
import { disconnect } from "@/platform/db/client";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { dropDatabase } from "@/testing/drop-database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { restoreBackup } from "./restore-backup";
import { listTables } from "./tables";
import { writeBackup } from "./write-backup";

const database = testDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), "crossbearing-backup-test-"));
const file = path.join(folder, "backup.gz");
const made: string[] = [];
let ctx: Ctx;
let caseId: string;

beforeAll(async () => {
  ctx = (await testTeam()).analyst;
  caseId = (await testCase(ctx, { title: "Tab\tbackslash \\. \\N", description: "line\nline\\" })).id;
  const article = await testArticle(ctx, caseId, { text: "قال المتحدث 🚑.\n\n\\.\n\nEnd of it." });
  const a = await testClaim(ctx, caseId, {
    articleId: article.id,
    quote: { exact: "قال المتحدث 🚑" },
    tags: ["a, b", "{c}"],
  });
  const b = await testClaim(ctx, caseId, { outlet: "Reuters", credibility: 2 });
  await recordRelation(ctx, { caseId, from: a.id, to: b.id, kind: "contradicts", about: "number" });
  await changeMinds();
  await writeBackup(database.url(), createWriteStream(file));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  for (const url of made) await dropDatabase(url);
});

/** What somebody said before hearing of others is kept beside what they say now: neither follows from the other. */
async function changeMinds() {
  const team = await testTeam();
  const { id: caseId } = await testCase(team.lead, { blind: true });
  const [from, to] = [await testClaim(team.owner, caseId), await testClaim(team.owner, caseId)];
  const pair = { caseId, from: from.id, to: to.id };
  const { id: relationId } = await recordRelation(team.analyst, { ...pair, kind: "agrees" });
  await recordRelation(team.lead, { ...pair, kind: "contradicts" });
  await judgeRelation(team.analyst, { relationId, kind: "contradicts" });
  for (const [judge, confidence] of [
    [team.analyst, "low"],
    [team.lead, "high"],
    [team.analyst, "high"],
  ] as const)
    await assessClaim(judge, { ...AssessClaim.parse({ confidence }), claimId: from.id });
}

async function emptyDatabase(): Promise<string> {
  const template = new URL(inject("templateUrl"));
  const name = `crossbearing_restore_${process.pid}_${made.length}`;
  const admin = new URL(template);
  admin.pathname = "/postgres";
  await query(admin.href, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  template.pathname = `/${name}`;
  made.push(template.href);
  return template.href;
}

async function query(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows.map((row: unknown[]) => JSON.stringify(row));
  } finally {
    await client.end();
  }
}

async function everything(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await listTables(client);
  await client.end();
  const found: Record<string, string[]> = {};
  for (const { name } of tables) found[name] = await query(url, `SELECT t::text FROM "${name}" t ORDER BY 1`);
  return found;
}

const altered = (change: (text: string) => string) => {
  const other = path.join(folder, `altered-${Math.random()}.gz`);
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  expect(change(text)).not.toBe(text);
  writeFileSync(other, gzipSync(change(text)));
  return other;
};

describe("a backup", () => {
  it("brings everything back into an empty database, and its history verifies", async () => {
    const url = await emptyDatabase();
    const { tables } = await restoreBackup(url, file);
    expect(tables.claim?.rows).toBe(4);
    expect(await everything(url)).toEqual(await everything(database.url()));
    process.env.DATABASE_URL = url;
    await disconnect();
    expect(await verifyHistory(ctx, caseId)).toMatchObject({ firstAltered: null });
    process.env.DATABASE_URL = database.url();
    await disconnect();
  });

  it("is refused by a database that holds something", async () => {
    await expect(restoreBackup(database.url(), file)).rejects.toThrow(/not empty/);
  });

  it.each([
    ["a changed value", (text: string) => text.replace("Reuters", "Rooters"), /is not as it was written/],
    ["a missing row", (text: string) => text.replace(/("table":"claim"[^\n]*\n)[^\n]*\n/, "$1"), /table claim is not/],
    ["a missing end", (text: string) => text.slice(0, -20), /cannot be used/],
    ["another version's schema", (text: string) => text.replace("_init", "_other"), /newer version/],
    ["something else", () => "hello\n", /not a backup/],
  ])("is refused with %s, and nothing is written", async (_what, change, message) => {
    const url = await emptyDatabase();
    await expect(restoreBackup(url, altered(change))).rejects.toThrow(message);
    expect(await query(url, 'SELECT count(*) FROM "user"')).toEqual(['["0"]']);
  });

  it("is refused when the file was cut off or is no archive", async () => {
    const url = await emptyDatabase();
    const cut = path.join(folder, "cut.gz");
    writeFileSync(cut, readFileSync(file).subarray(0, -100));
    await expect(restoreBackup(url, cut)).rejects.toThrow(/cannot be used/);
    await expect(restoreBackup(url, path.join(folder, "absent.gz"))).rejects.toThrow(/cannot be used/);
  });
});
