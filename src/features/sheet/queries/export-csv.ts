import { Readable } from "node:stream";
import pg, { type PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { getCase } from "@/features/case/queries";
import { claimConditions } from "@/features/claim/queries/claim-filter";
import { type ClaimFilter, type ClaimSort, ClaimStatus } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { inlineSql } from "@/platform/db/inline-sql";
import { pool } from "@/platform/db/pool";
import { FORMULA_STARTS } from "../rules/cells";
import { csvRecord } from "../rules/csv";
import { COLUMNS, type Column } from "../schema";
import { READ_WHOLE, selectSheet } from "./sheet-rows";

const ORDER: Record<ClaimSort, Prisma.Sql> = {
  number: Prisma.sql`ORDER BY c.number`,
  "-number": Prisma.sql`ORDER BY c.number DESC`,
  reportedOn: Prisma.sql`ORDER BY c.reported_min NULLS LAST, c.number`,
  "-reportedOn": Prisma.sql`ORDER BY c.reported_min DESC NULLS LAST, c.number DESC`,
};

/**
 * The claim sheet as CSV, as the caller may see it, in one snapshot of the database: Postgres writes the records, this
 * process hands them on. Claims of every status, retracted ones too, unless the filter names some.
 */
export async function exportCsv(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort: ClaimSort = "number",
): Promise<Readable> {
  const { blind } = await getCase(ctx, caseId);
  const status = filter.status?.length ? filter.status : ClaimStatus.options;
  const where = claimConditions(ctx, caseId, blind, { ...filter, status });
  return Readable.from(records(ctx, { caseId, blind, where, order: ORDER[sort] }), { objectMode: false });
}

async function* records(ctx: Ctx, source: Parameters<typeof selectSheet>[1]): AsyncGenerator<Buffer> {
  const client = await pool().connect();
  let failure: Error | undefined;
  let done = false;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(READ_WHOLE);
    const headers = await extraHeaders(client, ctx, source);
    yield Buffer.from(csvRecord([...COLUMNS, ...headers]));
    const cells = [
      ...COLUMNS.map(cellOf),
      ...headers.map((header) => guarded(`s.extra->>${pg.escapeLiteral(header)}`)),
    ];
    const sheet = inlineSql(selectSheet(ctx, source));
    const copy = client.query(
      copyTo(`COPY (SELECT ${cells.join(", ")} FROM (${sheet}) s) TO STDOUT WITH (FORMAT csv)`),
    );
    for await (const chunk of copy) yield chunk as Buffer;
    await client.query("COMMIT");
    done = true;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A reader that went away leaves a COPY half-way: such a connection serves nobody else.
    client.release(failure ?? !done);
  }
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

/** The columns that imported sheets brought along, by name: the claims to be exported decide which. */
async function extraHeaders(
  client: PoolClient,
  ctx: Ctx,
  { caseId, where }: { caseId: string; where: Prisma.Sql },
): Promise<string[]> {
  const sql = Prisma.sql`
    SELECT DISTINCT header FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    CROSS JOIN LATERAL jsonb_object_keys(c.extra) AS header
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.extra <> '{}' AND ${where}`;
  const { rows } = await client.query<{ header: string }>(sql.text, sql.values);
  return rows.map(({ header }) => header).sort();
}
