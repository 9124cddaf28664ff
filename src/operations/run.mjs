/** Runs programs of the project from its root. */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./project.mjs";

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean }} [options]  quiet keeps the output for the caller
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    const abandon = () => child.kill();
    process.once("exit", abandon);
    const done = (result) => {
      process.off("exit", abandon);
      resolve(result);
    };
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    child.once("error", (error) => done({ code: 1, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** The script behind a program that a dependency brings, without a shell or `npx` in between. */
export function programOf(packageName, program = packageName) {
  const require = createRequire(path.join(root, "package.json"));
  const manifest = findManifest(require, packageName);
  const { bin } = require(manifest);
  return path.resolve(path.dirname(manifest), typeof bin === "string" ? bin : bin[program]);
}

function findManifest(require, packageName) {
  const folder = require.resolve.paths(packageName).map((modules) => path.join(modules, packageName, "package.json"));
  for (const manifest of folder) {
    try {
      return require.resolve(manifest);
    } catch {
      // Not in this node_modules; the next one outwards may have it.
    }
  }
  throw new Error(`${packageName} is not installed.`);
}
