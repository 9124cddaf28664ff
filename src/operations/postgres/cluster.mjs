/** Makes the data folder of a new server. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Stop } from "../stop.mjs";

export const superuser = "crossbearing";

/** LC_CTYPE decides what pg_trgm takes for a letter: under plain "C" Arabic words have no trigrams at all. */
const locales = [["--locale=C.UTF-8"], ["--locale=en_US.UTF-8", "--builtin-locale=C.UTF-8"]];

/**
 * A killed initdb leaves half a cluster that looks whole: it works in a folder of its own, renamed when complete.
 * @param {import("./account.mjs").Account} account
 * @param {string} passwordFile  where the new password is kept for its owner
 */
export function createCluster(account, passwordFile) {
  const { dataDir, identity } = account;
  if (existsSync(path.join(dataDir, "base")))
    throw new Stop(`The database in ${dataDir} is damaged: its file PG_VERSION is missing.`);
  const unfinished = `${dataDir}.tmp`;
  const handover = `${dataDir}.handover`;
  const give = (file) => identity.uid === undefined || chownSync(file, identity.uid, identity.gid);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  give(unfinished);
  const password = `${randomBytes(24).toString("hex")}\n`;
  for (const file of [passwordFile, handover]) writeFileSync(file, password, { mode: 0o600 });
  give(handover);
  try {
    initialise(account, unfinished, handover);
    rmSync(dataDir, { recursive: true, force: true });
    renameSync(unfinished, dataDir);
  } finally {
    rmSync(handover, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function initialise({ prefix, binaries, identity, dataDir }, folder, passwordFile) {
  const program = [...prefix, binaries.initdb, "-D", folder, "-U", superuser];
  const access = ["--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const text = ["--encoding=UTF8", "--locale-provider=builtin"];
  let output = "";
  for (const locale of locales) {
    const [command, ...args] = [...program, ...access, ...text, ...locale, "--no-sync"];
    const result = spawnSync(command, args, { ...identity, cwd: "/", encoding: "utf8" });
    if (result.status === 0) return;
    output = `${result.error ?? ""}${result.stderr ?? ""}`.trim().split("\n").slice(-3).join(" ");
  }
  throw new Stop(`PostgreSQL could not create its data in ${dataDir}: ${output}`);
}
