/** Installs the dependencies when they are missing or package-lock.json changed: plain Node, no dependency. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { waitForLock } from "./lock.mjs";
import { inProject } from "./project.mjs";
import { run } from "./run.mjs";
import { Stop } from "./stop.mjs";

const stamp = inProject("node_modules", ".crossbearing-installed");

/** Held while installing, generating or building: two commands of one project must not do these at once. */
export async function preparing(work, log) {
  const lock = await waitForLock(inProject("node_modules", ".crossbearing-preparing"), ({ pid }) =>
    log(`Waiting for another command of this project to finish preparing (process ${pid}).`),
  );
  try {
    return await work();
  } finally {
    lock.release();
  }
}

export async function ensureInstalled(log) {
  if (isInstalled()) return;
  await preparing(async () => {
    if (isInstalled()) return;
    log("Installing the dependencies (a minute or two).");
    const { code, output } = await npmInstall();
    if (code !== 0) throw new Stop(`Installing the dependencies failed:\n${output.trim()}`);
    writeFileSync(stamp, `${wanted()}\n`);
  }, log);
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, "utf8").trim() === wanted();
}

function wanted() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const name of ["package.json", "package-lock.json"]) hash.update(readFileSync(inProject(name)));
  return hash.digest("hex");
}

/** `npm install` and not `npm ci`: a lockfile written behind a mirror may lack the packages of other platforms. */
function npmInstall() {
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const [command, ...args] = [...npm, "install", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  return run(command, args, { quiet: true });
}
