/** `npm test`: everything that proves the product, from its format to its journeys in a browser. */
import { ensureInstalled } from "./install.mjs";
import { runMain } from "./stop.mjs";

const say = (line) => process.stdout.write(`${line}\n`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));

await runMain(async () => {
  await ensureInstalled(say);
  const { runCheckSteps } = await import("./check-steps.mjs");
  const { runTestSteps } = await import("./test-steps.mjs");
  const { conclude } = await import("./steps.mjs");
  conclude([...(await runCheckSteps(say)), ...(await runTestSteps(say))]);
});
