import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));

/** @type {import("next").NextConfig} */
export default {
  // The test run builds beside the served build, so that `npm test` never disturbs `npm start`.
  distDir: process.env.CROSSBEARING_DIST_DIR ?? ".next",
  reactCompiler: true,
  poweredByHeader: false,
  agentRules: false,
  experimental: { agentUpgrade: false, serverActions: { bodySizeLimit: "12mb" } },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@resvg/resvg-js",
    "pg",
    "pdfkit",
    "pg-copy-streams",
    "graphile-worker",
    "fontkit",
    "linkedom",
    "mailer",
    "sanitize-html",
    "tinyld",
    "undici",
  ],
  turbopack: { root },
  outputFileTracingRoot: root,
};
