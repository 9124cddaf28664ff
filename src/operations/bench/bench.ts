import { openCase } from "@/features/case/commands/open-case";
import { vouchFor } from "@/platform/auth/vouch";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { akinMeasures } from "./akin-measures";
import { akinRecall } from "./akin-recall";
import { akinAtScale } from "./akin-scale";
import { conflictMeasures, fillIndex } from "./conflict-measures";
import { generatedSheet } from "./generated-sheet";
import { matrixMeasures } from "./matrix-measures";
import { fill, type Measure, measures } from "./measures";
import { overviewMeasures } from "./overview-measures";
import { proposalQuality } from "./proposal-quality";
import { copyIn, exportMeasures, gridMeasures } from "./sheet-measures";

const ROUNDS = 25;

/** Fills an empty database, then times every measure and the same work in plain SQL, in turns. Prints a table. */
export async function bench(claims: number, say: (line: string) => void): Promise<void> {
  const ctx = await makeTeam("bench");
  const { id: caseId } = await openCase(ctx, { title: "Benchmark", description: "", blind: false });
  say(`Importing ${claims.toLocaleString("en")} claims…`);
  const seconds = await fill(ctx, caseId, generatedSheet(claims));
  await prisma().$executeRaw`ANALYZE`;
  const copied = await copyIn(ctx);
  const filled = { measure: `import of ${claims} claims with links`, "ours ms": Math.round(seconds * 1000) };
  const beside = { "COPY FROM ms": Math.round(copied * 1000), ratio: rounded(seconds / copied) };
  print([{ ...filled, "per second": Math.round(claims / seconds), ...beside }]);
  const index = await fillIndex(ctx, caseId);
  print([
    { measure: `index of ${index.conflicts} conflicts, from nothing`, "ours ms": Math.round(index.seconds * 1000) },
  ]);
  const results = [];
  grown();
  const all = [
    ...(await measures(ctx, caseId, claims)),
    ...(await conflictMeasures(ctx, caseId, claims)),
    ...overviewMeasures(ctx, caseId),
    ...(await matrixMeasures(ctx, caseId)),
    ...gridMeasures(ctx, caseId),
    ...(await akinMeasures(ctx, caseId)),
    ...exportMeasures(ctx, caseId),
  ];
  for (const measure of all) {
    say(measure.name);
    results.push({ ...(await compare(measure)), "MB more": grown() });
  }
  print(results);
  print(proposalQuality());
  say(`Memory at the end: ${Math.round(process.memoryUsage().rss / 1e6)} MB.`);
}

/** How well, and how fast however large the case, akin claims are found. */
export async function benchAkin(large: boolean, say: (line: string) => void): Promise<void> {
  const ctx = await makeTeam("akin");
  print(await akinRecall(ctx, say));
  print(await akinAtScale(ctx, large ? [10_000, 100_000, 1_000_000] : [10_000, 100_000], say));
}

async function makeTeam(slug: string): Promise<Ctx> {
  const team = await prisma().team.create({ data: { slug, name: slug } });
  const user = await prisma().user.create({
    data: {
      email: `${slug}@bench.example`,
      name: "Bench",
      memberships: { create: { teamId: team.id, role: "analyst" } },
    },
  });
  return vouchFor({ teamId: team.id, userId: user.id, name: "Bench", role: "analyst" }, "cli");
}

let held = 0;

/** By how much the process has become larger since the last time. */
function grown(): number {
  const before = held;
  held = process.memoryUsage().rss / 1e6;
  return Math.round(held - before);
}

/** In turns, so that whatever else the machine does burdens both alike. */
async function compare({ name, ours, plain, rounds = ROUNDS }: Measure) {
  const times = { ours: [] as number[], plain: [] as number[] };
  // What is timed but once takes so long that the first time is like the others.
  if (rounds > 1) {
    await ours();
    await plain();
  }
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await timed(ours));
    times.plain.push(await timed(plain));
  }
  const [a, b] = [median(times.ours), median(times.plain)];
  return { measure: name, "ours ms": rounded(a), "plain SQL ms": rounded(b), ratio: rounded(a / b) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A table with its numbers flush right. */
export function print(rows: Record<string, string | number>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const pad = (text: string, index: number) =>
    index === 0 ? text.padEnd(widths[index] ?? 0) : text.padStart(widths[index] ?? 0);
  process.stdout.write(`${lines.map((line) => line.map(pad).join("  ")).join("\n")}\n\n`);
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const rounded = (value: number) => Math.round(value * 100) / 100;
