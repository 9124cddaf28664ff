import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { lockHolder, takeLock, waitForLock } from "./lock.mjs";
import { processStart } from "./postgres/processes.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "crossbearing-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const newLock = () => path.join(folder, `lock-${++count}`);

it("is held by one, who is named to the other", () => {
  const file = newLock();
  const lock = takeLock(file, { address: "http://127.0.0.1:3000" });
  expect(takeLock(file)).toMatchObject({ holder: { pid: process.pid, address: "http://127.0.0.1:3000" } });
  if ("release" in lock) lock.release();
  expect(lockHolder(file)).toBeNull();
  expect(takeLock(file)).toHaveProperty("release");
});

it("is taken over from a process that was killed", async () => {
  const file = newLock();
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const pid = child.pid ?? 0;
  writeFileSync(file, JSON.stringify({ pid, start: processStart(pid) }));
  expect(takeLock(file)).toMatchObject({ holder: { pid } });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
  expect(takeLock(file)).toHaveProperty("release");
});

it("is not kept alive by another program that was given the same pid, nor by a broken file", () => {
  const file = newLock();
  writeFileSync(file, JSON.stringify({ pid: process.pid, start: "another time" }));
  expect(takeLock(file)).toHaveProperty("release");
  const broken = newLock();
  writeFileSync(broken, "{");
  expect(takeLock(broken)).toHaveProperty("release");
});

it("is waited for", async () => {
  const file = newLock();
  const first = takeLock(file);
  const waited: number[] = [];
  const second = waitForLock(file, ({ pid }) => waited.push(pid));
  if ("release" in first) first.release();
  expect(await second).toHaveProperty("release");
  expect(waited).toEqual([process.pid]);
});
