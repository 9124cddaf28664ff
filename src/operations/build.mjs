/** Generates the Prisma client and builds the app, each only when its sources changed. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "./project.mjs";
import { programOf, runNode } from "./run.mjs";
import { Stop } from "./stop.mjs";

const builtFrom = ["src", "prisma", "public", "package-lock.json", "next.config.js", "tsconfig.json"];
/** Not part of what is served: changing a test must not cost a build. */
const left = /^src\/(generated|testing|operations)\/|\.test\.tsx?$|\.md$/;

/** @param {string} distDir  `.next`, or where else the build goes */
export function isBuilt(distDir) {
  return (
    existsSync(inProject(distDir, "BUILD_ID")) && readText(inProject(distDir, "source-hash")) === hashOf(builtFrom)
  );
}

export async function ensureBuilt(distDir, log) {
  await ensureGenerated();
  if (isBuilt(distDir)) return;
  log("Building (a minute at most).");
  const hash = hashOf(builtFrom);
  const env = { CROSSBEARING_DIST_DIR: distDir, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await runNode([programOf("next"), "build"], { env, quiet: true });
  if (code !== 0) throw new Stop(`The build failed:\n${output.trim()}`);
  writeFileSync(inProject(distDir, "source-hash"), hash);
}

export async function ensureGenerated() {
  const stamp = inProject("src", "generated", "schema-hash");
  const hash = hashOf(["prisma/schema.prisma", "prisma/models", "package-lock.json"]);
  if (readText(stamp) === hash) return;
  const { code, output } = await runNode([programOf("prisma"), "generate"], { quiet: true });
  if (code !== 0) throw new Stop(`Generating the database client failed:\n${output.trim()}`);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function hashOf(names) {
  const hash = createHash("sha256");
  for (const file of names.flatMap(filesUnder).sort()) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(inProject(file)));
  }
  return hash.digest("hex");
}

function filesUnder(name) {
  const full = inProject(name);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(inProject(), path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .filter((file) => !left.test(file));
}
