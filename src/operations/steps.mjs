/** Runs the steps of a check one after the other, none hiding the next, and sums them up. */
import { readFileSync, rmSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

const out = (line) => process.stdout.write(`${line}\n`);

export const onePassed = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/** @param {string} name @param {() => Promise<Tally>} work @returns {Promise<Tally>} */
export async function step(name, work) {
  const began = Date.now();
  let tally;
  try {
    tally = await work();
  } catch (error) {
    out(error.stack ?? String(error));
    tally = oneFailed;
  }
  const verdict = tally.failed === 0 ? "ok" : "FAILED";
  out(`${verdict.padEnd(6)} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return tally;
}

/** A program that passes or fails as a whole; what it says is shown only when it fails. */
export async function program(running) {
  const { code, output } = await running;
  if (code === 0) return onePassed;
  out(output.trimEnd());
  return oneFailed;
}

/** The figures in a report file; a run that failed without a failed test counts as one failure. */
export async function reported(running, file, read) {
  rmSync(file, { force: true });
  const { code } = await running();
  let tally = { passed: 0, failed: 0, skipped: 0 };
  try {
    tally = read(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // Without a report the exit code alone speaks.
  }
  const broken = code !== 0 && tally.failed === 0;
  return broken ? { ...tally, failed: 1 } : tally;
}

/** Prints the closing line, alone, and ends with the exit code that it deserves. */
export function conclude(tallies) {
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
  process.exitCode = sum("failed") > 0 ? 1 : 0;
  out(`${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
}
