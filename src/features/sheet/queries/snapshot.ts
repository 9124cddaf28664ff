import type { PoolClient } from "pg";
import type { Prisma } from "@/platform/db/client";
import { inlineSql } from "@/platform/db/inline-sql";
import { pool } from "@/platform/db/pool";
import { READ_WHOLE } from "./sheet-rows";

/**
 * Reads within one snapshot of the database, however long the reader takes: what an export tells in its first line and
 * in its last is of the same moment.
 */
export async function* inSnapshot<T>(read: (client: PoolClient) => AsyncIterable<T>): AsyncGenerator<T> {
  const client = await pool().connect();
  let failure: Error | undefined;
  let done = false;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(READ_WHOLE);
    yield* read(client);
    await client.query("COMMIT");
    done = true;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A reader that went away leaves a query half-way: such a connection serves nobody else.
    client.release(failure ?? !done);
  }
}

const LOT = 500;
const AS_TEXT = { getTypeParser: () => (value: unknown) => value };

/** The rows of a statement as texts, in lots: the database makes the next when the last was taken. */
export async function* readLots(client: PoolClient, sql: Prisma.Sql): AsyncGenerator<(string | null)[][]> {
  // A cursor is planned for its first rows; these are all read.
  await client.query("SET LOCAL cursor_tuple_fraction = 1");
  await client.query(`DECLARE lots NO SCROLL CURSOR FOR ${inlineSql(sql)}`);
  const next = { text: `FETCH ${LOT} FROM lots`, rowMode: "array", types: AS_TEXT } as const;
  for (;;) {
    const { rows } = await client.query<(string | null)[]>(next);
    if (rows.length > 0) yield rows;
    if (rows.length < LOT) break;
  }
  await client.query("CLOSE lots");
}
