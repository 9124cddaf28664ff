import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closePool } from "@/platform/db/pool";
import { dropDatabase } from "./drop-database";

/**
 * Gives this test file a database of its own, migrated and empty, and points DATABASE_URL at it.
 * Call it once at the top of a `*.db.test.ts` file; `url()` is there for tests that open their own connections.
 */
export function testDatabase(): { url: () => string } {
  let url = "";
  beforeAll(async () => {
    url = await cloneTemplate(inject("templateUrl"));
    process.env.DATABASE_URL = url;
  });
  afterAll(async () => {
    await closePool();
    if (url) await dropDatabase(url);
  });
  return { url: () => url };
}

async function cloneTemplate(templateUrl: string): Promise<string> {
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `crossbearing_test_${randomBytes(6).toString("hex")}`;
  const admin = new URL(templateUrl);
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`);
  await client.end();
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  return url.href;
}
