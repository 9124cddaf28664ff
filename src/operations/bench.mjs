/** `npm run bench`: how the product's own reads and writes compare with the same work in plain SQL. */
import { parseArgs } from "node:util";
import { ensureInstalled, preparing } from "./install.mjs";
import { inProject } from "./project.mjs";
import { runMain, Stop } from "./stop.mjs";

const say = (line) => process.stderr.write(`${line}\n`);

function readCount() {
  const { values } = parseArgs({ options: { claims: { type: "string", default: "10000" } } });
  const claims = Number(values.claims);
  if (!Number.isInteger(claims) || claims < 100 || claims > 1_000_000)
    throw new Stop("--claims takes a whole number from 100 to 1000000.");
  return claims;
}

await runMain(async () => {
  const claims = readCount();
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
    const { bench } = await import("./bench/bench.ts");
    await bench(claims, say);
  } finally {
    await server.stop();
  }
});
