import pg from "pg";
import { expect, it } from "vitest";
import { testDatabase } from "@/testing/database";
import { migrate } from "./migrate.mjs";
import { schemaDifference } from "./schema-engine.mjs";

const database = testDatabase();

async function query(sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

it("finds that the migrations build exactly the schema", async () => {
  expect(await schemaDifference(database.url())).toBe("");
});

it("has nothing to apply to a migrated database", async () => {
  expect(await migrate(database.url())).toEqual([]);
  const { rows } = await query(
    'SELECT count(*)::int AS "all", count(finished_at)::int AS finished, sum(applied_steps_count)::int AS steps FROM "_prisma_migrations"',
  );
  expect(rows[0].finished).toBe(rows[0].all);
  expect(rows[0].steps).toBe(rows[0].all);
});

it("notices a table that the schema does not know", async () => {
  await query("CREATE TABLE stray (id int PRIMARY KEY)");
  expect(await schemaDifference(database.url())).toContain('DROP TABLE "stray"');
  await query("DROP TABLE stray");
});

it("refuses a database on which a migration was changed or failed", async () => {
  await query(`UPDATE "_prisma_migrations" SET checksum = 'other'`);
  await expect(migrate(database.url())).rejects.toThrow(/was changed after it had been applied/);
  await query('UPDATE "_prisma_migrations" SET finished_at = NULL');
  await expect(migrate(database.url())).rejects.toThrow(/failed earlier/);
});
