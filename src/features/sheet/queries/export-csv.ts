import { Readable } from "node:stream";
import type { PoolClient } from "pg";
import { getCase } from "@/features/case/queries";
import { claimConditions } from "@/features/claim/queries/claim-filter";
import { type ClaimFilter, type ClaimSort, ClaimStatus } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { pool } from "@/platform/db/pool";
import { csvRecord } from "../rules/csv";
import { COLUMNS } from "../schema";
import {
  type ClaimRecord,
  joinRelated,
  type RelatedRecord,
  type SheetRecord,
  selectRelated,
  selectSheet,
} from "./sheet-rows";

const BATCH = 500;

const ORDER: Record<ClaimSort, Prisma.Sql> = {
  number: Prisma.sql`ORDER BY c.number`,
  "-number": Prisma.sql`ORDER BY c.number DESC`,
  reportedOn: Prisma.sql`ORDER BY c.reported_min NULLS LAST, c.number`,
  "-reportedOn": Prisma.sql`ORDER BY c.reported_min DESC NULLS LAST, c.number DESC`,
};

/**
 * The claim sheet as CSV, as the caller may see it, in one snapshot of the database and a few rows of memory. Claims of
 * every status, retracted ones too, unless the filter names some.
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
  return Readable.from(records(ctx, { caseId, blind, where, order: ORDER[sort] }));
}

async function* records(ctx: Ctx, source: Parameters<typeof selectSheet>[1]): AsyncGenerator<string> {
  const client = await pool().connect();
  let failure: Error | undefined;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const headers = await extraHeaders(client, ctx, source);
    yield csvRecord([...COLUMNS, ...headers]);
    // The whole result will be read: plan for that, not for its first rows.
    await client.query("SET LOCAL cursor_tuple_fraction = 1");
    await run(client, Prisma.sql`DECLARE sheet NO SCROLL CURSOR FOR ${selectSheet(ctx, source)}`);
    for (;;) {
      const { rows } = await client.query<ClaimRecord>(`FETCH ${BATCH} FROM sheet`);
      const ids = rows.flatMap(({ id }) => id ?? []);
      const related = await run<RelatedRecord>(client, selectRelated(ctx, source.blind, ids));
      if (rows.length > 0)
        yield joinRelated(rows, related.rows)
          .map((row) => csvRecord(cellsOf(row, headers)))
          .join("");
      if (rows.length < BATCH) break;
    }
    await client.query("COMMIT");
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A reader that went away leaves the transaction open: end it before the connection serves somebody else.
    await client.query("ROLLBACK").catch((error: Error) => {
      failure = error;
    });
    client.release(failure);
  }
}

const cellsOf = (row: SheetRecord, headers: readonly string[]) => [
  ...COLUMNS.map((column) => row[column] ?? null),
  ...headers.map((header) => row.extra[header] ?? null),
];

/** The columns that imported sheets brought along, by name: the claims to be exported decide which. */
async function extraHeaders(client: PoolClient, ctx: Ctx, { caseId, where }: { caseId: string; where: Prisma.Sql }) {
  const sql = Prisma.sql`
    SELECT DISTINCT header FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    CROSS JOIN LATERAL jsonb_object_keys(c.extra) AS header
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.extra <> '{}' AND ${where}`;
  const { rows } = await run<{ header: string }>(client, sql);
  return rows.map(({ header }) => header).sort();
}

const run = <Row extends object>(client: PoolClient, sql: Prisma.Sql) => client.query<Row>(sql.text, sql.values);
