/** What can be learnt about another process, on Linux from /proc and elsewhere from `ps`. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A zombie still answers `kill(pid, 0)`, and a pid may have gone to another program: hence three answers. */
export function processState(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return "gone";
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return "gone";
  }
  if (process.platform !== "linux") return "alive";
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8")) ? "zombie" : "alive";
  } catch {
    return "gone";
  }
}

/** The arguments of a process, or an empty list when they cannot be read. */
export function processArguments(pid) {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    } catch {
      return [];
    }
  }
  const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return (stdout ?? "")
    .trim()
    .split(/ (?=-)/)
    .flatMap((part) => part.split(/(?<=^-\w) /));
}

/** Tells two holders of the same pid apart: the time at which the process began. */
export function processStart(pid) {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return `${boot}/${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
    } catch {
      return "";
    }
  }
  return (spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "").trim();
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again every 25 ms until `ready()` is truthy; gives its value, or undefined after `ms`. */
export async function waitFor(ready, ms) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await ready();
    if (value || Date.now() > end) return value || undefined;
    await sleep(25);
  }
}
