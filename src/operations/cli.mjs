/** `npm run cli -- <command>`: administration. Only what needs no dependency is imported before the install. */
import { ensureInstalled, preparing } from "./install.mjs";
import { inProject } from "./project.mjs";
import { readSettings } from "./settings.mjs";
import { runMain } from "./stop.mjs";

/** Standard output belongs to the command's result. */
const say = (line) => process.stderr.write(`${line}\n`);

/** The database of the running server or of DATABASE_URL, else the embedded one, started for this command. */
async function openDatabase() {
  const { joinDatabase } = await import("./database.mjs");
  const { migrate } = await import("./migrate.mjs");
  const database = await joinDatabase(settingsForAdministration());
  try {
    await migrate(database.directUrl);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Administration signs nobody in, so it does without the secret that signing in takes. */
function settingsForAdministration() {
  return readSettings({ ...process.env, AUTH_SECRET: process.env.AUTH_SECRET || "not-needed-for-administration" });
}

await runMain(async () => {
  await ensureInstalled(say);
  const { ensureGenerated } = await import("./build.mjs");
  await preparing(ensureGenerated, say);
  process.env.TSX_TSCONFIG_PATH = inProject("tsconfig.json");
  const { register } = await import("tsx/esm/api");
  register();
  const { main } = await import("./cli/main.ts");
  process.exitCode = await main(process.argv.slice(2), openDatabase);
});
