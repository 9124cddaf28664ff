/**
 * Finds a browser for the journeys: the one that CHROMIUM_PATH names, an installed Chrome or Chromium, Playwright's
 * own if somebody downloaded it, and else the Chromium for Linux that comes as an npm package, unpacked once.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { waitForLock } from "./lock.mjs";
import { inProject } from "./project.mjs";
import { runNode } from "./run.mjs";
import { Stop } from "./stop.mjs";

const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
const applications = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/**
 * Ready for Playwright's `launchOptions`.
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string> }>}
 */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !runs(given)) throw new Stop(`CHROMIUM_PATH is "${given}", which is no browser that runs.`);
  const installed =
    given ?? [...inPath(), ...applications].find((file) => existsSync(file) && runs(file)) ?? (await playwrightsOwn());
  if (installed) return launchOptions(installed);
  return unpacked();
}

function launchOptions(executablePath, extra = {}) {
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...extra }).filter(([, value]) => value !== undefined),
  );
  // The journeys only visit our own server, and Chromium's sandbox is not to be had for root and in most containers.
  return { executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"], env };
}

function inPath() {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return file && existsSync(file) && runs(file) ? file : null;
}

async function unpacked() {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Stop("No browser was found for the journeys: install Chrome or Chromium, or set CHROMIUM_PATH.");
  const folder = await unpackOnce();
  const executable = path.join(folder, "chromium");
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: path.join(folder, "fonts") };
  const libraries = { LD_LIBRARY_PATH: path.join(folder, "al2023", "lib") };
  for (const extra of [fonts, { ...fonts, ...libraries }])
    if (runs(executable, extra)) return launchOptions(executable, extra);
  throw new Stop(
    "The Chromium that npm brought does not run on this machine: install Chrome or Chromium, or set CHROMIUM_PATH.",
  );
}

/** The package unpacks into the system's temporary folder and takes any older browser it finds there for its own. */
async function unpackOnce() {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const home = entry.slice(0, entry.lastIndexOf(`${path.sep}build${path.sep}`));
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
  const folder = inProject("node_modules", ".cache", `chromium-${version}`);
  const lock = await waitForLock(`${folder}.lock`);
  try {
    if (existsSync(folder)) return folder;
    const unfinished = `${folder}.tmp`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    const script = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
    // As on the servers it was made for, so that the libraries it may lack are unpacked with it.
    const env = { TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
    const { code, output } = await runNode(["--input-type=module", "-e", script], { env, quiet: true });
    if (code !== 0) throw new Error(`Chromium could not be unpacked: ${output}`);
    renameSync(unfinished, folder);
    return folder;
  } finally {
    lock.release();
  }
}

function runs(file, extra = {}) {
  return (
    spawnSync(file, ["--version"], { env: { ...process.env, ...extra }, stdio: "ignore", timeout: 20_000 }).status === 0
  );
}
