/** Throw-away folders and servers in the system's temporary folder: for tests and for writing migrations. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { processState } from "./processes.mjs";
import { startServer } from "./server.mjs";

const prefix = "crossbearing-scratch-";
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** A new folder, which the caller removes. Those of runs that were killed are removed here. */
export function makeScratchFolder() {
  removeAbandoned();
  return mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
}

/**
 * A server that promises no durability, and so is fast.
 * @returns {Promise<import("./server.mjs").Server>}
 */
export async function startScratchServer() {
  const folder = makeScratchFolder();
  const server = await startServer({ dataDir: path.join(folder, "postgres"), settings: careless });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function removeAbandoned() {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split("-")[0]) : Number.NaN;
    if (Number.isNaN(pid) || processState(pid) !== "gone") continue;
    try {
      rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's leftovers are theirs to remove.
    }
  }
}
