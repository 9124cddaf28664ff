/** Starts, recovers and stops one PostgreSQL server on one data folder, reachable from this machine only. */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
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
import { processArguments, processState, waitFor } from "./processes.mjs";

const superuser = "crossbearing";
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
  if (!existsSync(path.join(account.dataDir, "PG_VERSION"))) createCluster(account, files);
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

/** A killed initdb leaves half a cluster that looks whole: it works in a folder of its own, renamed when complete. */
function createCluster(account, files) {
  if (existsSync(account.dataDir) && existsSync(path.join(account.dataDir, "base")))
    throw new Stop(`The database in ${account.dataDir} is damaged: PG_VERSION is missing.`);
  const unfinished = `${account.dataDir}.tmp`;
  const { uid, gid } = account.identity;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (uid !== undefined) chownSync(unfinished, uid, gid);
  const passwordFile = path.join(path.dirname(unfinished), `${path.basename(account.dataDir)}.pwfile`);
  const password = randomBytes(24).toString("hex");
  writeFileSync(files.password, `${password}\n`, { mode: 0o600 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (uid !== undefined) chownSync(passwordFile, uid, gid);
  const always = [
    "-D",
    unfinished,
    "-U",
    superuser,
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--no-sync",
  ];
  // LC_CTYPE decides what pg_trgm takes for a letter: under plain "C" Arabic words have no trigrams at all.
  const locales = [["--locale=C.UTF-8"], ["--locale=en_US.UTF-8", "--builtin-locale=C.UTF-8"]];
  let output = "";
  try {
    for (const locale of locales) {
      const [command, ...args] = [
        ...account.prefix,
        account.binaries.initdb,
        ...always,
        "--locale-provider=builtin",
        ...locale,
      ];
      const result = spawnSync(command, args, { ...account.identity, cwd: "/", encoding: "utf8" });
      if (result.status === 0) {
        rmSync(account.dataDir, { recursive: true, force: true });
        renameSync(unfinished, account.dataDir);
        return;
      }
      output = `${result.error ?? ""}${result.stderr ?? ""}`.trim().split("\n").slice(-3).join(" ");
    }
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
  throw new Stop(`PostgreSQL could not create its data in ${account.dataDir}: ${output}`);
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
    return { failure: lastLine(files.log) };
  }
  const server = {
    port,
    pid: child.pid,
    url: (database) => connectionUrl(files, port, database),
    ended: exited.then(() => (asked ? new Promise(() => {}) : lastLine(files.log))),
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

function lastLine(log) {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? "no message";
}
