/** Starts, recovers and stops one PostgreSQL server on one data folder, reachable from this machine only. */
import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import pg from "pg";
import { Stop } from "../stop.mjs";
import { chooseAccount, tiedToParent } from "./account.mjs";
import { findBinaries } from "./binaries.mjs";
import { createCluster, superuser } from "./cluster.mjs";
import { processArguments, processState, waitFor } from "./processes.mjs";

const largestLog = 4 * 1024 * 1024;

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {number} pid
 * @property {(database: string) => string} url
 * @property {() => Promise<void>} stop
 * @property {Promise<string>} ended  resolves with the last line of its log when the server ends without being asked
 */

/**
 * @param {{ dataDir: string, settings?: Record<string, string> }} options  the caller holds the lock of the data folder
 * @returns {Promise<Server>}
 */
export async function startServer({ dataDir, settings = {} }) {
  mkdirSync(path.dirname(dataDir), { recursive: true, mode: 0o711 });
  const files = filesBeside(dataDir);
  const account = chooseAccount(findBinaries(), dataDir);
  await endLeftover(account.dataDir);
  if (!existsSync(path.join(account.dataDir, "PG_VERSION"))) createCluster(account, files.password);
  let failure = "";
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePort(attempt === 0 ? rememberedPort(files) : 0);
    const started = await launch(account, files, port, settings);
    if (started.server) {
      writeFileSync(files.port, `${port}\n`);
      return started.server;
    }
    failure = started.failure;
  }
  throw new Stop(`PostgreSQL did not start: ${failure} (its log is ${files.log}).`);
}

/** The address of a server that another process of ours keeps on this folder, or null. */
export function runningServerUrl(dataDir, database) {
  const location = `${dataDir}.location`;
  const real = existsSync(location) ? readFileSync(location, "utf8").trim() : dataDir;
  const file = readPidFile(real);
  if (!file?.ready || !isServerOn(file.pid, real)) return null;
  return connectionUrl(filesBeside(dataDir), file.port, database);
}

/** Makes the database when it is not there yet. */
export async function ensureDatabase(server, name) {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function filesBeside(dataDir) {
  return { log: `${dataDir}.log`, password: `${dataDir}.password`, port: `${dataDir}.port` };
}

function connectionUrl(files, port, database) {
  const password = readFileSync(files.password, "utf8").trim();
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}

async function launch(account, files, port, settings) {
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    jit: "off",
    ...settings,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  if (existsSync(files.log) && statSync(files.log).size > largestLog) renameSync(files.log, `${files.log}.1`);
  const log = openSync(files.log, "a", 0o600);
  const before = fstatSync(log).size;
  const [command, ...args] = [
    ...account.prefix,
    ...tiedToParent(),
    account.binaries.postgres,
    "-D",
    account.dataDir,
    "-p",
    String(port),
    ...flags,
  ];
  // Detached, so that Ctrl-C in the terminal reaches only the process that started it, which then stops it in order.
  const child = spawn(command, args, { ...account.identity, cwd: "/", detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  let asked = false;
  const exited = new Promise((resolve) => {
    child.once("exit", resolve);
    child.once("error", resolve);
  });
  let gone = false;
  exited.then(() => {
    gone = true;
  });
  const ready = await waitFor(
    () => gone || (readPidFile(account.dataDir)?.pid === child.pid && readPidFile(account.dataDir)?.ready),
    60_000,
  );
  if (gone || !ready) {
    child.kill("SIGQUIT");
    return { failure: lastLine(files.log, before) };
  }
  const server = {
    port,
    pid: child.pid,
    url: (database) => connectionUrl(files, port, database),
    ended: exited.then(() => (asked ? new Promise(() => {}) : lastLine(files.log, before))),
    stop: async () => {
      asked = true;
      if (gone) return;
      child.kill("SIGINT");
      if (!(await waitFor(() => gone, 20_000))) child.kill("SIGQUIT");
      await exited;
    },
  };
  child.unref();
  return { server };
}

/** A server that outlived a killed process of ours is asked to end, so that the new one is ours to watch and stop. */
async function endLeftover(dataDir) {
  const file = readPidFile(dataDir);
  if (!file) return;
  if (isServerOn(file.pid, dataDir)) {
    process.kill(file.pid, "SIGINT");
    if (!(await waitFor(() => processState(file.pid) !== "alive", 20_000))) process.kill(file.pid, "SIGQUIT");
  }
  // A dead server that nobody has reaped yet looks alive to PostgreSQL, which would then refuse to start.
  await waitFor(() => processState(file.pid) !== "zombie", 10_000);
  const pidTaken = processState(file.pid) === "alive" && !isServerOn(file.pid, dataDir);
  if (pidTaken) rmSync(path.join(dataDir, "postmaster.pid"), { force: true });
}

function isServerOn(pid, dataDir) {
  return processState(pid) === "alive" && processArguments(pid).includes(dataDir);
}

/** Lines of postmaster.pid: 1 pid, 2 data folder, 4 port, 8 status. */
function readPidFile(dataDir) {
  try {
    const lines = readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

function rememberedPort(files) {
  return existsSync(files.port) ? Number(readFileSync(files.port, "utf8")) || 0 : 0;
}

/** The wanted port when it is free, else any free one. */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** What a server said last that explains its end, of what it said since its start. */
function lastLine(log, offset) {
  const lines = readFileSync(log).subarray(offset).toString().trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) || lines.at(-1) || "it said nothing";
}
