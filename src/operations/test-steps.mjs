/** The tests proper: units and database, the production build, and the journeys in a browser. */
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./browser.mjs";
import { ensureBuilt, isBuilt } from "./build.mjs";
import { preparing } from "./install.mjs";
import { tiedToParent } from "./postgres/account.mjs";
import { makeScratchFolder } from "./postgres/scratch.mjs";
import { freePort } from "./postgres/server.mjs";
import { inProject, root } from "./project.mjs";
import { programOf, runNode } from "./run.mjs";
import { oneFailed, onePassed, reported, step } from "./steps.mjs";

const results = inProject("test-results");

export async function runTestSteps(log) {
  mkdirSync(results, { recursive: true });
  const tests = await step("unit and database tests", runVitest);
  // The build that is being served is left alone; when it is of these very sources it serves the journeys too.
  const distDir = isBuilt(".next") ? ".next" : ".next-test";
  const build = await step("build", async () => {
    await preparing(() => ensureBuilt(distDir, () => {}), log);
    return onePassed;
  });
  const journeys = await step("journeys", () => (build.failed === 0 ? runJourneys(distDir) : oneFailed));
  return [tests, build, journeys];
}

function runVitest() {
  const file = path.join(results, "vitest.json");
  const args = [
    programOf("vitest"),
    "run",
    "--config",
    ".config/vitest.ts",
    "--silent=passed-only",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  return reported(
    () => runNode(args),
    file,
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.testResults.filter(neverRan).length,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  );
}

/** A file that could not even be read has no tests to count. */
const neverRan = (suite) =>
  suite.status === "failed" && suite.assertionResults.every((test) => test.status !== "failed");

async function runJourneys(distDir) {
  await findBrowser();
  const server = await startServer(distDir);
  try {
    const file = path.join(results, "playwright.json");
    const env = {
      CROSSBEARING_BASE_URL: server.address,
      CROSSBEARING_DEMO_FILE: path.join(server.dataDir, "demo-sign-in.json"),
      CROSSBEARING_NEWS_PORT: String(server.newsPort),
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    };
    const args = [
      programOf("@playwright/test", "playwright"),
      "test",
      "--config",
      ".config/playwright.config.ts",
      "--reporter=list,json",
    ];
    return await reported(
      () => runNode(args, { env }),
      file,
      ({ stats }) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        skipped: stats.skipped,
      }),
    );
  } finally {
    await server.stop();
  }
}

/** The real `npm start`, on a data folder of its own that is thrown away. Its log stays for the reader of a failure. */
async function startServer(distDir) {
  const dataDir = makeScratchFolder();
  const port = await freePort();
  // Where a journey serves the pages that it has fetched.
  const newsPort = await freePort();
  const own = {
    PORT: String(port),
    HOST: "127.0.0.1",
    CROSSBEARING_DATA_DIR: dataDir,
    CROSSBEARING_DIST_DIR: distDir,
    CROSSBEARING_FETCH_ALLOW: `127.0.0.1:${newsPort}`,
  };
  const foreign = {
    DATABASE_URL: undefined,
    DATABASE_DIRECT_URL: undefined,
    AUTH_SECRET: undefined,
    PUBLIC_URL: undefined,
  };
  const [command, ...args] = [...tiedToParent(), process.execPath, inProject("src", "operations", "start.mjs")];
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...foreign, ...own },
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
    await becomesReady(child, gone);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://127.0.0.1:${port}`, dataDir, newsPort, stop };
}

function becomesReady(child, gone) {
  const log = path.join(results, "server.log");
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
    gone.then(() => reject(new Error(`The server for the journeys did not start:\n${output}`)));
  });
}
