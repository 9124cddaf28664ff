/** The lock of the data folder: one server at a time. Plain Node, so that it holds during the installation too. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { lockHolder, takeLock } from "./lock.mjs";
import { Stop } from "./stop.mjs";

const file = (settings) => path.join(settings.dataDir, "lock");

/** To be taken before all that writes into the data folder. A second holder is told in one sentence. */
export function lockData(settings) {
  const lock = take(settings);
  if ("release" in lock) return lock;
  throw new Stop(
    `Crossbearing already runs on the data in ${settings.dataDir} (process ${lock.holder.pid}, ${lock.holder.address}): stop it first, or set CROSSBEARING_DATA_DIR to another folder.`,
  );
}

function take(settings) {
  try {
    // Passable, as PostgreSQL may run under another account, but not for others to look around in.
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o711 });
    return takeLock(file(settings), { address: settings.address });
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOSPC"].includes(error.code)) throw error;
    throw new Stop(
      `The data folder ${settings.dataDir} cannot be written by this user (${error.code}): make it writable, or set CROSSBEARING_DATA_DIR to another folder.`,
    );
  }
}

export function isDataInUse(settings) {
  return lockHolder(file(settings)) !== null;
}
