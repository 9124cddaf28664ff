import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "../src/operations/browser.mjs";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * The journeys walk a production server that already runs: `npm test` starts one on a database of its own and names
 * it here. By hand: `CROSSBEARING_FETCH_ALLOW=127.0.0.1:3080 OIDC_ISSUER=http://127.0.0.1:3081 OIDC_CLIENT_ID=crossbearing
 * OIDC_CLIENT_SECRET="a secret between the two" OIDC_NAME="Desk login"
 * PUBLIC_URL=http://127.0.0.1:3000 SMTP_URL=smtp://127.0.0.1:3082 SMTP_FROM=claims@journeys.example npm start`, then
 * `npx playwright test --config .config/playwright.config.ts`.
 */
process.env.CROSSBEARING_BASE_URL ??= "http://127.0.0.1:3000";
process.env.CROSSBEARING_NEWS_PORT ??= "3080";
process.env.CROSSBEARING_OIDC_PORT ??= "3081";
process.env.CROSSBEARING_SMTP_PORT ??= "3082";
process.env.CROSSBEARING_DEMO_FILE ??= at(".data/demo-sign-in.json");

export default defineConfig({
  testDir: at("e2e"),
  globalSetup: at("e2e/global-setup.ts"),
  outputDir: at("test-results/journeys"),
  tsconfig: at("tsconfig.json"),
  fullyParallel: false,
  forbidOnly: true,
  workers: 2,
  // A machine that stalls must not fail a run; a journey that needed its second try is named as flaky in the output.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.CROSSBEARING_BASE_URL,
    launchOptions: await findBrowser(),
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "UTC",
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
