/** The real `npm start` as a process of its own, for journeys and benchmarks, on data that is thrown away with it. */
import { spawn } from "node:child_process";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { tiedToParent } from "./postgres/account.mjs";
import { makeScratchFolder } from "./postgres/scratch.mjs";
import { freePort } from "./postgres/server.mjs";
import { inProject, root } from "./project.mjs";

/** What the caller's own installation says must not reach it. */
const foreign = {
  DATABASE_URL: undefined,
  DATABASE_DIRECT_URL: undefined,
  AUTH_SECRET: undefined,
  PUBLIC_URL: undefined,
  SMTP_URL: undefined,
  SMTP_FROM: undefined,
  OIDC_ISSUER: undefined,
  OIDC_CLIENT_ID: undefined,
  OIDC_CLIENT_SECRET: undefined,
  OIDC_NAME: undefined,
  OIDC_JOIN_TEAM: undefined,
  OIDC_JOIN_ROLE: undefined,
  OIDC_ALLOWED_DOMAINS: undefined,
  OIDC_TRUST_EMAIL: undefined,
};

/**
 * Starts a server of the build in `distDir`; what it says goes to `log`, a file.
 * @param {{ distDir: string, log: string, port?: number, env?: Record<string, string> }} how
 * @returns {Promise<{ address: string, dataDir: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startServed({ distDir, log, port: wanted, env = {} }) {
  const dataDir = makeScratchFolder();
  const port = wanted ?? (await freePort());
  const own = {
    PORT: String(port),
    HOST: "127.0.0.1",
    CROSSBEARING_DATA_DIR: dataDir,
    CROSSBEARING_DIST_DIR: distDir,
  };
  const [command, ...args] = [...tiedToParent(), process.execPath, inProject("src", "operations", "start.mjs")];
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...foreign, ...own, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const abandon = () => child.kill();
  process.once("exit", abandon);
  const gone = new Promise((resolve) => child.once("close", resolve));
  const stop = async () => {
    child.kill();
    await gone;
    process.off("exit", abandon);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await becomesReady(child, gone, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://127.0.0.1:${port}`, dataDir, pid: child.pid ?? 0, stop };
}

function becomesReady(child, gone, log) {
  writeFileSync(log, "");
  return new Promise((resolve, reject) => {
    let output = "";
    const hear = (chunk) => {
      appendFileSync(log, chunk);
      output += chunk;
      if (output.includes("Crossbearing is ready")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    gone.then(() => reject(new Error(`The server did not start:\n${output}`)));
  });
}
