/** `npm run bench`: how the product's own reads and writes compare with the same work in plain SQL. */
import { parseArgs } from "node:util";
import { ensureInstalled, preparing } from "./install.mjs";
import { inProject } from "./project.mjs";
import { runMain, Stop } from "./stop.mjs";

const say = (line) => process.stderr.write(`${line}\n`);

/** What `--part` may name, once or several times; the last takes long and is done only when asked for. */
const parts = ["data", "reader", "akin", "live", "large"];

function readOptions() {
  const { values } = parseArgs({
    options: {
      claims: { type: "string", default: "10000" },
      part: { type: "string", multiple: true, default: parts.slice(0, -1) },
    },
  });
  const claims = Number(values.claims);
  if (!Number.isInteger(claims) || claims < 100 || claims > 1_000_000)
    throw new Stop("--claims takes a whole number from 100 to 1000000.");
  for (const part of values.part) if (!parts.includes(part)) throw new Stop(`--part takes ${parts.join(", ")}.`);
  return { claims, part: values.part };
}

/** The production build on the benchmark's own database. */
async function served(databaseUrl) {
  const { ensureBuilt, isBuilt } = await import("./build.mjs");
  const { startServed } = await import("./served.mjs");
  const distDir = isBuilt(".next") ? ".next" : ".next-test";
  await preparing(() => ensureBuilt(distDir, say), say);
  const { mkdirSync } = await import("node:fs");
  mkdirSync(inProject("test-results"), { recursive: true });
  const log = inProject("test-results", "bench-server.log");
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: "known to everybody who reads this" };
  return () => startServed({ distDir, log, env });
}

await runMain(async () => {
  const { claims, part } = readOptions();
  await ensureInstalled(say);
  const { ensureGenerated } = await import("./build.mjs");
  await preparing(ensureGenerated, say);
  process.env.TSX_TSCONFIG_PATH = inProject("tsconfig.json");
  const { register } = await import("tsx/esm/api");
  register();
  const { startScratchServer } = await import("./postgres/scratch.mjs");
  const { ensureDatabase } = await import("./postgres/server.mjs");
  const { migrate } = await import("./migrate.mjs");
  // A throw-away server beside any other: the figures of no installation, but of nobody's data either.
  const server = await startScratchServer();
  try {
    await ensureDatabase(server, "bench");
    process.env.DATABASE_URL = server.url("bench");
    await migrate(process.env.DATABASE_URL);
    const { bench, benchAkin, print } = await import("./bench/bench.ts");
    if (part.includes("data")) await bench(claims, say);
    if (part.includes("akin") || part.includes("large")) await benchAkin(part.includes("large"), say);
    if (part.includes("live")) {
      const { benchLive } = await import("./bench/live.ts");
      for (const row of await benchLive(await served(process.env.DATABASE_URL))) print([row]);
    }
    if (part.includes("reader")) {
      const { benchReader } = await import("./bench/reader.ts");
      const { findBrowser } = await import("./browser.mjs");
      print(await benchReader(await served(process.env.DATABASE_URL), await findBrowser()));
    }
    const { disconnect } = await import("../platform/db/client.ts");
    await disconnect();
  } finally {
    await server.stop();
  }
});
