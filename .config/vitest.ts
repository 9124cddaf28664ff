import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const shared = {
  root: at(""),
  environment: "node",
  setupFiles: [at("src/testing/fixed-seed.ts")],
  // A suite that waits for the database of another file must not fail for the machine being busy.
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

/** Two projects, so that a run of pure tests starts no PostgreSQL: tests that need one are named `*.db.test.ts`. */
export default defineConfig({
  root: at(""),
  resolve: { alias: { "@": at("src") } },
  test: {
    // Each database test holds a pool of connections: the server's limit is the bound, not the cores.
    maxWorkers: Math.min(Math.max(2, availableParallelism() - 1), 8),
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "pure",
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: ["src/**/*.db.test.ts", "src/generated/**"],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "database",
          include: ["src/**/*.db.test.ts"],
          globalSetup: at("src/testing/database-setup.ts"),
        },
      },
    ],
  },
});
