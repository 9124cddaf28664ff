/**
 * For developers: writes the migration between the migrations that exist and the schema folder.
 *
 *     node src/operations/make-migration.mjs <name>
 *
 * What Prisma's schema cannot say (checks, triggers, partial and expression indexes) is appended to the file by hand
 * before it is committed; an applied file is never edited again.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { migrate } from "./migrate.mjs";
import { startScratchServer } from "./postgres/scratch.mjs";
import { ensureDatabase } from "./postgres/server.mjs";
import { inProject } from "./project.mjs";
import { schemaDifference } from "./schema-engine.mjs";
import { runMain, Stop } from "./stop.mjs";

await runMain(async () => {
  const name = process.argv[2] ?? "";
  if (!/^[a-z0-9_]+$/.test(name))
    throw new Stop("Name the migration in lower case: node src/operations/make-migration.mjs add_outlets");
  const folder = inProject("prisma", "migrations");
  mkdirSync(folder, { recursive: true });
  const server = await startScratchServer();
  try {
    await ensureDatabase(server, "authoring");
    await migrate(server.url("authoring"));
    const sql = await schemaDifference(server.url("authoring"));
    if (sql === "") throw new Stop("The schema and the migrations already agree.");
    const target = `${folder}/${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`;
    mkdirSync(target);
    writeFileSync(`${target}/migration.sql`, sql.endsWith("\n") ? sql : `${sql}\n`);
    writeFileSync(`${folder}/migration_lock.toml`, 'provider = "postgresql"\n');
    process.stdout.write(`${target}/migration.sql\n`);
  } finally {
    await server.stop();
  }
});
