/** `npm run check`: the part of `npm test` that needs no database, in seconds. */
import { ensureInstalled } from "./install.mjs";
import { runMain } from "./stop.mjs";

const say = (line) => process.stdout.write(`${line}\n`);

await runMain(async () => {
  await ensureInstalled(say);
  const { runCheckSteps } = await import("./check-steps.mjs");
  const { conclude } = await import("./steps.mjs");
  conclude(await runCheckSteps(say));
});
