import { Readable } from "node:stream";
import pg, { type PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { inlineSql } from "@/platform/db/inline-sql";
import { FORMULA_STARTS } from "../rules/cells";
import { csvRecord } from "../rules/csv";
import { RowCount } from "../rules/row-count";
import type { Tally } from "../rules/tally";
import { COLUMNS, type Column } from "../schema";
import { type ExportSource, exportSource } from "./export-source";
import { extraHeaders } from "./extra-headers";
import { selectSheet } from "./sheet-rows";
import { inSnapshot } from "./snapshot";

/**
 * The claim sheet as CSV, as the caller may see it, in one snapshot of the database: Postgres writes the records, this
 * process hands them on. Claims of every status, retracted ones too, unless the filter names some.
 */
export async function exportCsv(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort: ClaimSort = "number",
  tally: Tally = {},
): Promise<Readable> {
  const source = await exportSource(ctx, caseId, filter, sort);
  const read = (client: PoolClient) => records(client, ctx, source, tally);
  return Readable.from(inSnapshot(read), { objectMode: false });
}

async function* records(client: PoolClient, ctx: Ctx, source: ExportSource, tally: Tally): AsyncGenerator<Buffer> {
  const headers = await extraHeaders(client, ctx, source);
  yield Buffer.from(csvRecord([...COLUMNS, ...headers]));
  const cells = [...COLUMNS.map(cellOf), ...headers.map((header) => guarded(`s.extra->>${pg.escapeLiteral(header)}`))];
  const sheet = inlineSql(selectSheet(ctx, source));
  const copy = client.query(copyTo(`COPY (SELECT ${cells.join(", ")} FROM (${sheet}) s) TO STDOUT WITH (FORMAT csv)`));
  const rows = new RowCount();
  for await (const chunk of copy) {
    tally.claims = rows.add(chunk as Buffer);
    yield chunk as Buffer;
  }
  tally.claims = copy.rowCount ?? 0;
}

/** Columns whose text is made here and cannot begin like a formula: numbers, words of a scale, hashes, addresses. */
const HARMLESS = new Set<Column>([
  ...(["claim", "reliability", "credibility", "confidence", "status", "id", "version", "entered_at"] as const),
  ...(["agrees_with", "contradicts", "qualifies", "updates", "repeats", "unrelated_to"] as const),
  ...(["article_url", "article_language", "article_sha256", "quote_start", "quote_end"] as const),
]);

const cellOf = (column: Column) => (HARMLESS.has(column) ? `s.${column}` : guarded(`s.${column}`));

const formulaStarts = `ARRAY[${FORMULA_STARTS.map((start) => pg.escapeLiteral(start)).join(", ")}]`;

/** `encodeCell` in SQL. */
const guarded = (value: string) =>
  `CASE WHEN left(ltrim(${value}, ''''), 1) = ANY(${formulaStarts}) THEN '''' || (${value}) ELSE ${value} END`;
