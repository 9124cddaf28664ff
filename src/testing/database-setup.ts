import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/operations/migrate.mjs";
import { startScratchServer } from "@/operations/postgres/scratch.mjs";
import { dropDatabase } from "./drop-database";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database that no one is connected to; each test file gets a copy of it. */
    templateUrl: string;
  }
}

/** Starts one throw-away PostgreSQL for all database tests, or uses the one that TEST_DATABASE_URL names. */
export default async function setUpDatabases(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? null : await startScratchServer();
  const adminUrl = given ?? server?.url("postgres") ?? "";
  const templateUrl = withDatabase(adminUrl, `crossbearing_template_${process.pid}`);
  const tearDown = async () => {
    if (given) await dropDatabase(templateUrl);
    await server?.stop();
  };
  try {
    await createDatabase(adminUrl, templateUrl);
    await migrate(templateUrl);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide("templateUrl", templateUrl);
  return tearDown;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function createDatabase(adminUrl: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(new URL(url).pathname.slice(1))}`);
  await client.end();
}
