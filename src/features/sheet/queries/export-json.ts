import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { PoolClient } from "pg";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { PRODUCT_VERSION } from "@/platform/product-version";
import { CASE_FILE_FORMAT, CASE_FILE_VERSION } from "../rules/case-file";
import { count, type Tally } from "../rules/tally";
import { CASE_FILE_SECTIONS } from "./case-file-items";
import { type ExportSource, exportSource } from "./export-source";
import { inSnapshot, readLots } from "./snapshot";

/**
 * The whole case as JSON, as the caller may see it, in one snapshot and in bounded memory: one item a line, which the
 * database writes. It ends with counts and with the hash of all bytes before, so that a file that was cut off is told.
 */
export async function exportJson(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort?: ClaimSort,
  tally: Tally = {},
): Promise<Readable> {
  const source = await exportSource(ctx, caseId, filter, sort);
  const head = headOf(ctx, source, filter);
  const read = (client: PoolClient) => sealed(parts(client, ctx, source, head, tally), tally);
  return Readable.from(inSnapshot(read), { objectMode: false });
}

function headOf(ctx: Ctx, { found, blind }: ExportSource, filter: ClaimFilter): string {
  const { id, title, description, secondSignature, timeTolerance, createdAt } = found;
  const head = {
    format: CASE_FILE_FORMAT,
    version: CASE_FILE_VERSION,
    exported: {
      at: new Date().toISOString(),
      by: { id: ctx.actor.userId, name: ctx.actor.name },
      product: `Crossbearing ${PRODUCT_VERSION}`,
      filter,
    },
    case: { id, title, description, blind, secondSignature, timeTolerance, createdAt },
  };
  return JSON.stringify(head).slice(0, -1);
}

async function* parts(
  client: PoolClient,
  ctx: Ctx,
  source: ExportSource,
  head: string,
  tally: Tally,
): AsyncGenerator<string> {
  yield head;
  for (const [name, select] of CASE_FILE_SECTIONS) {
    yield `,\n"${name}":[`;
    let first = true;
    for await (const lot of readLots(client, select(ctx, source))) {
      yield `${first ? "" : ","}\n${lot.map(([item]) => item).join(",\n")}`;
      first = false;
      count(tally, name, lot.length);
    }
    count(tally, name, 0);
    yield "\n]";
  }
}

async function* sealed(parts: AsyncIterable<string>, tally: Tally): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const part of parts) {
    const bytes = Buffer.from(part);
    hash.update(bytes);
    yield bytes;
  }
  yield Buffer.from(`,\n"end":${JSON.stringify({ counts: tally, sha256: hash.digest("hex") })}}\n`);
}
