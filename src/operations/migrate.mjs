/**
 * Applies `prisma/migrations` and keeps the history table exactly as Prisma does, so that `prisma migrate deploy`
 * finds a database of ours up to date, and the other way round. It needs no engine, only a connection.
 */
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { inProject } from "./project.mjs";
import { Stop } from "./stop.mjs";

/** The lock that Prisma's own engine takes while it migrates. */
const advisoryLock = 72707369;

const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/**
 * @param {string} connectionString
 * @param {(line: string) => void} [log]
 * @param {string} [folder]
 * @returns {Promise<string[]>} the names of the migrations that were applied now
 */
export async function migrate(connectionString, log = () => {}, folder = inProject("prisma", "migrations")) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    await client.query(historyTable);
    const migrations = readMigrations(folder);
    const pending = pendingMigrations(migrations, await appliedMigrations(client));
    for (const migration of pending) {
      await apply(client, migration);
      log(`Applied the migration ${migration.name}.`);
    }
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** @returns {{ name: string, sql: string }[]} in the order of their names, which begin with the time of writing */
export function readMigrations(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }));
}

async function appliedMigrations(client) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at AS "finishedAt"
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

function pendingMigrations(migrations, applied) {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    if (!row.finishedAt)
      throw new Stop(
        `The migration ${row.name} failed earlier: mend the database, then remove its row from _prisma_migrations.`,
      );
    const known = byName.get(row.name);
    if (!known) throw new Stop(`The database was migrated by a newer version: ${row.name} is unknown here.`);
    if (!checksums(known.sql).includes(row.checksum))
      throw new Stop(`The migration ${row.name} was changed after it had been applied.`);
  }
  const done = new Set(applied.map((row) => row.name));
  return migrations.filter((migration) => !done.has(migration.name));
}

/** A checkout may have turned the line ends round; Prisma accepts both as well. */
function checksums(sql) {
  const sha = (text) => createHash("sha256").update(text).digest("hex");
  const unix = sql.replaceAll("\r\n", "\n");
  return [sha(sql), sha(unix), sha(unix.replaceAll("\n", "\r\n"))];
}

async function apply(client, { name, sql }) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksums(sql)[0], name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Stop(`The migration ${name} failed and was undone: ${error.message}`);
  }
}
