/** The tests proper: units and database, the production build, and the journeys in a browser. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./browser.mjs";
import { ensureBuilt, isBuilt } from "./build.mjs";
import { preparing } from "./install.mjs";
import { freePort } from "./postgres/server.mjs";
import { inProject } from "./project.mjs";
import { programOf, runNode } from "./run.mjs";
import { startServed } from "./served.mjs";
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
  // Where a journey serves the pages that it has fetched.
  const newsPort = await freePort();
  // Where one serves an identity provider.
  const oidcPort = await freePort();
  // Where one takes in mail; the links in it need an address that is known before the start.
  const smtpPort = await freePort();
  const port = await freePort();
  const server = await startServed({
    distDir,
    port,
    // It stays for the reader of a failure.
    log: path.join(results, "server.log"),
    env: {
      CROSSBEARING_FETCH_ALLOW: `127.0.0.1:${newsPort}`,
      OIDC_ISSUER: `http://127.0.0.1:${oidcPort}`,
      OIDC_CLIENT_ID: "crossbearing",
      OIDC_CLIENT_SECRET: "a secret between the two",
      OIDC_NAME: "Desk login",
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      SMTP_FROM: "Crossbearing <claims@journeys.example>",
    },
  });
  try {
    const file = path.join(results, "playwright.json");
    const env = {
      CROSSBEARING_BASE_URL: server.address,
      CROSSBEARING_DEMO_FILE: path.join(server.dataDir, "demo-sign-in.json"),
      CROSSBEARING_NEWS_PORT: String(newsPort),
      CROSSBEARING_OIDC_PORT: String(oidcPort),
      CROSSBEARING_SMTP_PORT: String(smtpPort),
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
