/** `npm start`: from a fresh clone to a served product. Only what needs no dependency is imported before the install. */
import path from "node:path";
import { ensureInstalled, preparing } from "./install.mjs";
import { authEnvironment, readSettings } from "./settings.mjs";
import { runMain, Stop } from "./stop.mjs";

const say = (line) => process.stdout.write(`${line}\n`);
/** What has to be undone at the end, last first. */
const closers = [];
let ending = false;

async function end(code) {
  if (ending) process.exit(code);
  ending = true;
  for (const close of closers.reverse()) await close();
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(0));

async function start() {
  const settings = readSettings();
  // Set to nothing means not set, for the app as for the settings.
  for (const name of ["PUBLIC_URL", "AUTH_SECRET", "DATABASE_URL", "DATABASE_DIRECT_URL", "DATABASE_POOL"])
    if (process.env[name] === "") delete process.env[name];
  if (!settings.databaseUrl) await holdData(settings);
  await ensureInstalled(say);
  const { requireFreePort, serve } = await import("./serve.mjs");
  await requireFreePort(settings);
  await build();
  const database = await openAndMigrate(settings);
  Object.assign(process.env, authEnvironment(settings), {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: database.url,
    DATABASE_DIRECT_URL: database.directUrl,
  });
  const greeting = await prepareContent(settings, database);
  const server = await serve(settings);
  closers.push(server.close);
  say(`\nCrossbearing is ready at ${settings.address}\n${greeting}`);
}

async function holdData(settings) {
  const { lockData } = await import("./lock-data.mjs");
  const lock = lockData(settings);
  closers.push(async () => lock.release());
}

async function build() {
  const { ensureBuilt, ensureGenerated, isBuilt } = await import("./build.mjs");
  const distDir = process.env.CROSSBEARING_DIST_DIR ?? ".next";
  await preparing(async () => {
    await ensureGenerated();
    if (!isBuilt(distDir)) await ensureBuilt(distDir, say);
  }, say);
}

async function openAndMigrate(settings) {
  const { openDatabase } = await import("./database.mjs");
  const { migrate } = await import("./migrate.mjs");
  const database = await openDatabase(settings);
  closers.push(database.close);
  database.ended.then((reason) => {
    process.stderr.write(`PostgreSQL ended by itself, so Crossbearing stops: ${reason}\n`);
    return end(1);
  });
  await migrate(database.directUrl, say);
  return database;
}

/** What goes into a new database, and what the user is told about signing in, comes from the product's own commands. */
async function prepareContent(settings, database) {
  const { runNode } = await import("./run.mjs");
  const env = {
    CROSSBEARING_ADDRESS: settings.address,
    ...(database.embedded ? { CROSSBEARING_EMBEDDED: "1", CROSSBEARING_DATA_DIR: settings.dataDir } : {}),
  };
  const script = path.join("src", "operations", "prepare.ts");
  const { code, output } = await runNode(["--import", "tsx", script], { env, quiet: true });
  if (code !== 0) throw new Stop(`Preparing the database failed:\n${output.trim()}`);
  return output.trimEnd();
}

await runMain(async () => {
  try {
    await start();
  } catch (error) {
    for (const close of closers.reverse()) await close();
    throw error;
  }
});
