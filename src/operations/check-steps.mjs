/** What can be judged without a database or a build: format, lint, types, structure, dead code. */
import { rmSync } from "node:fs";
import { ensureGenerated } from "./build.mjs";
import { preparing } from "./install.mjs";
import { inProject } from "./project.mjs";
import { programOf, runNode } from "./run.mjs";
import { program, step } from "./steps.mjs";

const quietly = (args, env) => program(runNode(args, { quiet: true, env }));

export async function runCheckSteps(log) {
  await preparing(async () => {
    await ensureGenerated();
    await generateRouteTypes();
  }, log);
  return [
    await step("format and lint", () =>
      quietly([programOf("@biomejs/biome", "biome"), "check", "--config-path=.config", "--error-on-warnings", "."]),
    ),
    await step("types", () => quietly([programOf("typescript", "tsc"), "--noEmit", "-p", "."])),
    await step("structure", () => quietly(structure)),
    await step("dead code", () => quietly([programOf("knip"), "--config", ".config/knip.json"])),
  ];
}

const structure = [
  programOf("dependency-cruiser", "depcruise"),
  "--config",
  ".config/dependency-cruiser.cjs",
  "src",
  "e2e",
  ".config",
];

/** Next writes the types of the routes; those of an earlier build may speak of pages that are gone. */
async function generateRouteTypes() {
  for (const dist of [".next", ".next-test"]) rmSync(inProject(dist, "types"), { recursive: true, force: true });
  const env = { CROSSBEARING_DIST_DIR: ".next-test", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await runNode([programOf("next"), "typegen"], { quiet: true, env });
  if (code !== 0) throw new Error(`The types of the routes could not be generated:\n${output}`);
}
