/**
 * Fills a new database and prints what its user has to know; `npm start` runs it with tsx before it serves.
 * An empty embedded database gets the demo; an empty external one a link with which its first user sets it up.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createSetupLink } from "@/features/team/commands/create-setup-link";
import { closePool, pool } from "@/platform/db/pool";
import { seedDemo } from "./demo/seed-demo";
import { type DemoSignIn, signInLines } from "./demo/sign-in";

const address = process.env.CROSSBEARING_ADDRESS ?? "";
const greeting = process.env.CROSSBEARING_EMBEDDED
  ? await greetDemo(process.env.CROSSBEARING_DATA_DIR ?? ".data")
  : await greetExternal();
process.stdout.write(`${greeting}\n`);
await closePool();

async function greetDemo(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "demo-sign-in.json");
  if (await isEmpty()) await loadDemo(dataDir, file);
  if (!existsSync(file)) return "";
  const users: DemoSignIn[] = JSON.parse(readFileSync(file, "utf8"));
  return signInLines(users);
}

/** The marker makes the next start begin anew if this one is killed half-way. */
async function loadDemo(dataDir: string, file: string): Promise<void> {
  const unfinished = path.join(dataDir, "demo-unfinished");
  writeFileSync(unfinished, "");
  const users = await seedDemo();
  writeFileSync(file, `${JSON.stringify(users, null, 2)}\n`, { mode: 0o600 });
  rmSync(unfinished);
}

async function greetExternal(): Promise<string> {
  if (!(await isEmpty())) return "";
  return `Nobody can sign in yet. Set it up, once, at ${await createSetupLink(address)}`;
}

async function isEmpty(): Promise<boolean> {
  const { rowCount } = await pool().query('SELECT 1 FROM "user" LIMIT 1');
  return rowCount === 0;
}
