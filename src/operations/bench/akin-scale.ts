import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { openCase } from "@/features/case/commands/open-case";
import { searchTextOf } from "@/features/claim/commands/write-parts";
import { findCounterparts } from "@/features/claim/queries/counterparts";
import type { Ctx } from "@/platform/context";
import { pool } from "@/platform/db/pool";
import { newId } from "@/platform/new-id";
import { percentile } from "./percentile";
import { random, sentenceOf } from "./random-words";

const ASKED = 200;

type Row = Record<string, string | number>;

/**
 * How long it takes to find the claims akin to one while a case grows: words as frequent as words are, so that rare ones
 * stay rare. The claims come by COPY, for what is timed is the reading.
 */
export async function akinAtScale(ctx: Ctx, sizes: readonly number[], say: (line: string) => void): Promise<Row[]> {
  const { id: caseId } = await openCase(ctx, { title: "Akin", description: "", blind: false });
  const next = random(23);
  const rows: Row[] = [];
  let there = 0;
  for (const size of sizes) {
    say(`Akin claims among ${size.toLocaleString("en")}…`);
    await grow(ctx, caseId, there, size, next);
    there = size;
    const times = await timesOf(ctx, caseId, size, next);
    rows.push({
      measure: `claims akin to one of ${size}`,
      "p50 ms": Math.round(percentile(times, 0.5)),
      "p95 ms": Math.round(percentile(times, 0.95)),
    });
  }
  return rows;
}

async function grow(ctx: Ctx, caseId: string, from: number, to: number, next: () => number): Promise<void> {
  const client = await pool().connect();
  try {
    function* lines() {
      for (let number = from + 1; number <= to; number++) {
        const statement = sentenceOf(next, 8 + Math.floor(next() * 14));
        const words = searchTextOf({ statement, quote: null, place: null, note: "", tags: [], steps: [] });
        yield `${[ctx.teamId, newId(), caseId, number, statement, words, ctx.actor.userId].join("\t")}\n`;
      }
    }
    const into = "COPY claim (team_id, id, case_id, number, statement, search_text, created_by_id) FROM STDIN";
    await pipeline(Readable.from(lines()), client.query(copyFrom(into)));
    await client.query(`UPDATE "case" SET next_claim_number = $3 WHERE team_id = $1 AND id = $2`, [
      ctx.teamId,
      caseId,
      to + 1,
    ]);
    // What the triggers of an index noted is not asked for here.
    await client.query("DELETE FROM conflict_touch WHERE team_id = $1 AND case_id = $2", [ctx.teamId, caseId]);
    await client.query("VACUUM (ANALYZE) claim");
  } finally {
    client.release();
  }
}

/** Each claim is another one, all over the case; the first few only warm up what a served process has warm. */
async function timesOf(ctx: Ctx, caseId: string, size: number, next: () => number): Promise<number[]> {
  const numbers = Array.from({ length: ASKED + 10 }, () => 1 + Math.floor(next() * size));
  const { rows } = await pool().query<{ id: string }>(
    "SELECT id::text FROM claim WHERE team_id = $1 AND case_id = $2 AND number = ANY($3)",
    [ctx.teamId, caseId, numbers],
  );
  const times: number[] = [];
  for (const { id } of rows) {
    const start = performance.now();
    await findCounterparts(ctx, id);
    times.push(performance.now() - start);
  }
  return times.slice(10);
}
