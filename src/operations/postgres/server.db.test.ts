import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { processState, waitFor } from "./processes.mjs";
import { ensureDatabase, runningServerUrl, type Server, startServer } from "./server.mjs";

const running: Server[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "crossbearing-server-"));
  folders.push(folder);
  return path.join(folder, "postgres");
}

async function start(dataDir: string): Promise<Server> {
  const server = await startServer({ dataDir });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

it("keeps its data, sorts Arabic letters into trigrams, and lets in only who knows the password", async () => {
  const dataDir = newFolder();
  const first = await start(dataDir);
  await ensureDatabase(first, "claims");
  await ensureDatabase(first, "claims");
  await ask(first.url("claims"), "CREATE EXTENSION pg_trgm");
  expect(await ask(first.url("claims"), "SELECT cardinality(show_trgm('مرحبا'))")).toBeGreaterThan(4);
  await expect(ask(first.url("claims").replace(/:[0-9a-f]+@/, ":wrong@"), "SELECT 1")).rejects.toThrow(/password/);
  expect(statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
  expect(runningServerUrl(dataDir, "claims")).toBe(first.url("claims"));
  await first.stop();
  expect(runningServerUrl(dataDir, "claims")).toBeNull();
  const second = await start(dataDir);
  expect(second.port).toBe(first.port);
  expect(await ask(second.url("claims"), "SELECT count(*)::int FROM pg_extension WHERE extname = 'pg_trgm'")).toBe(1);
});

it("listens on this machine only", async () => {
  const server = await start(newFolder());
  expect(await ask(server.url("postgres"), "SHOW listen_addresses")).toBe("127.0.0.1");
  expect(await ask(server.url("postgres"), "SHOW unix_socket_directories")).toBe("");
});

it("says so when it is killed, and recovers at the next start", async () => {
  const dataDir = newFolder();
  const first = await start(dataDir);
  await ask(first.url("postgres"), "CREATE TABLE kept AS SELECT 7 AS n");
  process.kill(first.pid, "SIGKILL");
  expect(await first.ended).toEqual(expect.any(String));
  const second = await start(dataDir);
  expect(await ask(second.url("postgres"), "SELECT n FROM kept")).toBe(7);
});

it("replaces a server that outlived the process which had started it", async () => {
  const dataDir = newFolder();
  const first = await start(dataDir);
  await ask(first.url("postgres"), "CREATE TABLE kept AS SELECT 7 AS n");
  const second = await start(dataDir);
  expect(second.pid).not.toBe(first.pid);
  expect(processState(first.pid)).not.toBe("alive");
  expect(await ask(second.url("postgres"), "SELECT n FROM kept")).toBe(7);
});

it.runIf(process.platform === "linux")("ends with its parent, even when that one is killed", async () => {
  const dataDir = newFolder();
  const module = new URL("./server.mjs", import.meta.url).href;
  const script = `const { startServer } = await import(${JSON.stringify(module)});
    await startServer({ dataDir: ${JSON.stringify(dataDir)} });
    process.kill(process.pid, "SIGKILL");`;
  expect(() => execFileSync(process.execPath, ["--input-type=module", "-e", script])).toThrow();
  const pid = Number(readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
  await waitFor(() => processState(pid) !== "alive", 10_000);
  expect(processState(pid)).not.toBe("alive");
  await start(dataDir);
});

it("takes another port when the one it had is taken", async () => {
  const dataDir = newFolder();
  const first = await start(dataDir);
  await first.stop();
  const squatter = net.createServer().listen(first.port, "127.0.0.1");
  const second = await start(dataDir);
  expect(second.port).not.toBe(first.port);
  squatter.close();
});

it("starts over when the making of its data was interrupted, or a dead pid is another program's now", async () => {
  const dataDir = newFolder();
  mkdirSync(`${dataDir}.tmp`, { recursive: true });
  writeFileSync(path.join(`${dataDir}.tmp`, "PG_VERSION"), "18\n");
  const first = await start(dataDir);
  await first.stop();
  writeFileSync(path.join(dataDir, "postmaster.pid"), `${process.pid}\n${dataDir}\n`);
  await start(dataDir);
});
