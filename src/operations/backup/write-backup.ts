import { createHash } from "node:crypto";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import {
  copyTarget,
  END_OF_ROWS,
  type Header,
  listMigrations,
  listTables,
  type Manifest,
  SESSION,
  type Table,
} from "./tables";

/**
 * Writes everything the database holds to a stream, gzipped, as of one moment: work goes on meanwhile. A line of JSON
 * tells what follows, then come the tables in COPY's text format, at the end a line with the count and hash of each.
 */
export async function writeBackup(connectionString: string, out: Writable): Promise<Manifest> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(SESSION);
    const gzip = createGzip();
    const written = finished(gzip.pipe(out));
    // Awaited at the end; a full disk must not be an unhandled rejection before that.
    written.catch((error) => gzip.destroy(error));
    const manifest = await writeAll(client, (chunk) => write(gzip, chunk));
    gzip.end();
    await written;
    await client.query("COMMIT");
    return manifest;
  } finally {
    await client.end();
  }
}

type Write = (chunk: string | Buffer) => Promise<void>;

async function write(stream: Writable, chunk: string | Buffer): Promise<void> {
  if (stream.errored) throw stream.errored;
  if (!stream.write(chunk)) await once(stream, "drain");
}

async function writeAll(client: pg.Client, write: Write): Promise<Manifest> {
  const header: Header = {
    format: "crossbearing-backup",
    version: 1,
    createdAt: new Date().toISOString(),
    migrations: await listMigrations(client),
  };
  await write(`${JSON.stringify(header)}\n`);
  const manifest: Manifest = { tables: {} };
  for (const table of await listTables(client)) {
    await write(`${JSON.stringify({ table: table.name, columns: table.columns })}\n`);
    manifest.tables[table.name] = await writeTable(client, table, write);
    await write(END_OF_ROWS);
  }
  await write(`${JSON.stringify(manifest)}\n`);
  return manifest;
}

async function writeTable(client: pg.Client, table: Table, write: Write) {
  const hash = createHash("sha256");
  let rows = 0;
  const copy = client.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`));
  for await (const chunk of copy) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    rows += countLines(bytes);
    await write(bytes);
  }
  return { rows, sha256: hash.digest("hex") };
}

/** Line breaks inside a value are escaped, so each one ends a row. */
export function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
