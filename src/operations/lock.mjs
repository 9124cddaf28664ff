/** Locks between processes as files that name their holder; the lock of a dead process is taken over. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { processStart, processState, sleep } from "./postgres/processes.mjs";

/**
 * @param {string} file
 * @param {Record<string, string>} [about]  what others may learn of the holder
 * @returns {{ release: () => void } | { holder: { pid: number, [key: string]: unknown } }}
 */
export function takeLock(file, about = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = { pid: process.pid, start: processStart(process.pid), ...about };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      if (link(draft, file)) return { release: () => release(file) };
      const holder = readHolder(file);
      if (holder && isAlive(holder)) return { holder };
      setAside(file, holder);
    }
    throw new Error(`The lock ${file} cannot be taken.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes the lock as soon as its holder lets go. `onWait` is told once, when there is somebody to wait for.
 * @param {string} file
 * @param {(holder: { pid: number }) => void} [onWait]
 */
export async function waitForLock(file, onWait = () => {}) {
  for (let told = false; ; told = true) {
    const lock = takeLock(file);
    if ("release" in lock) return lock;
    if (!told) onWait(lock.holder);
    await sleep(250);
  }
}

/** Who holds the lock now, or null. */
export function lockHolder(file) {
  const holder = readHolder(file);
  return holder && isAlive(holder) ? holder : null;
}

function link(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function isAlive({ pid, start }) {
  return processState(pid) === "alive" && processStart(pid) === start;
}

/** Renaming decides who removes a dead holder's file; had another taken over meanwhile, theirs is put back. */
function setAside(file, seen) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && moved.pid !== seen?.pid && isAlive(moved)) link(aside, file);
  rmSync(aside, { force: true });
}

function release(file) {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}
