import { createHash } from "node:crypto";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { z } from "zod";
import { Stop } from "../stop.mjs";
import { broken, readBackup } from "./read-backup";
import { copyTarget, Header, listMigrations, listTables, Manifest, SESSION, type Table, TableHeader } from "./tables";
import { countLines } from "./write-backup";

/** What was said blindly stands in the rows: the triggers that tell it of new ones must not tell it anew. */
const AS_THEY_WERE = "SET LOCAL crossbearing.brought = 'on'";

/** Puts a backup into an empty, migrated database: checked from end to end before the first row is written, then all or nothing. */
export async function restoreBackup(connectionString: string, file: string): Promise<Manifest> {
  const { header, tables, manifest } = await checkBackup(file);
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(SESSION);
    await client.query(AS_THEY_WERE);
    await requireFit(client, header, tables);
    await writeRows(client, file);
    await requireCounts(client, manifest);
    await client.query("COMMIT");
    return manifest;
  } finally {
    // Ending the connection undoes what was not committed.
    await client.end();
  }
}

type Checked = { header: Header; tables: Table[]; manifest: Manifest };

/** Reads the whole file once: every table must have the rows and the hash that the last line tells. */
async function checkBackup(file: string): Promise<Checked> {
  const counted: Manifest["tables"] = {};
  const tables: Table[] = [];
  const lines: string[] = [];
  let hash = createHash("sha256");
  let rows = 0;
  for await (const part of readBackup(file)) {
    if (part.is === "rows") {
      hash.update(part.bytes);
      rows += countLines(part.bytes);
    } else if (part.is === "end") {
      counted[tables.at(-1)?.name ?? ""] = { rows, sha256: hash.digest("hex") };
    } else if (part.text.startsWith('{"table":')) {
      const { table, columns } = parseLine(TableHeader, part.text);
      tables.push({ name: table, columns });
      hash = createHash("sha256");
      rows = 0;
    } else lines.push(part.text);
  }
  const [first, last, ...more] = lines;
  if (first === undefined || last === undefined || more.length > 0) throw broken();
  const header = parseLine(Header, first);
  const manifest = parseLine(Manifest, last);
  const altered = new Set([...Object.keys(manifest.tables), ...Object.keys(counted)]);
  for (const name of altered) {
    const [said, found] = [manifest.tables[name], counted[name]];
    if (said?.rows === found?.rows && said?.sha256 === found?.sha256) continue;
    throw broken(`its table ${name} is not as it was written`);
  }
  return { header, tables, manifest };
}

function parseLine<S extends z.ZodType>(shape: S, text: string): z.output<S> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw broken();
  }
}

async function requireFit(client: pg.Client, { migrations }: Header, tables: readonly Table[]): Promise<void> {
  const here = await listMigrations(client);
  const unknown = migrations.find((name) => !here.includes(name));
  if (unknown)
    throw new Stop(`The backup comes from a newer version: this one does not know the migration ${unknown}.`);
  const newer = here.find((name) => !migrations.includes(name));
  if (newer) {
    throw new Stop(
      `The backup comes from an older version, before ${newer}: restore it with that version, then update.`,
    );
  }
  const shape = (all: readonly Table[]) =>
    all
      .map(({ name, columns }) => `${name} ${columns.join(" ")}`)
      .sort()
      .join("\n");
  const present = await listTables(client);
  if (shape(present) !== shape(tables)) throw broken("its tables are not those of this version");
  for (const { name } of present) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)} LIMIT 1`);
    if (rowCount)
      throw new Stop(`The database is not empty (${name} has rows): a backup is restored into an empty one only.`);
  }
}

async function writeRows(client: pg.Client, file: string): Promise<void> {
  let table: Table | undefined;
  let copy: ReturnType<typeof startCopy> | undefined;
  for await (const part of readBackup(file)) {
    if (part.is === "line" && part.text.startsWith('{"table":')) {
      const { table: name, columns } = parseLine(TableHeader, part.text);
      table = { name, columns };
      copy = startCopy(client, table);
    } else if (part.is === "rows" && copy) {
      await copy.write(part.bytes);
    } else if (part.is === "end" && copy && table) {
      await copy.end();
      // Without statistics, checking the rows that point here would read all of it for each.
      await client.query(`ANALYZE ${pg.escapeIdentifier(table.name)}`);
      copy = undefined;
    }
  }
}

function startCopy(client: pg.Client, table: Table) {
  const stream = client.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`));
  const done = finished(stream);
  // Told by whichever of the two below comes next.
  done.catch(() => {});
  return {
    write: async (bytes: Buffer) => {
      if (!stream.write(bytes)) await Promise.race([once(stream, "drain"), done]);
    },
    end: async () => {
      stream.end();
      await done;
    },
  };
}

async function requireCounts(client: pg.Client, { tables }: Manifest): Promise<void> {
  for (const [name, { rows }] of Object.entries(tables)) {
    const result = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${pg.escapeIdentifier(name)}`);
    if (Number(result.rows[0]?.n) !== rows)
      throw new Stop(`The table ${name} did not take all of its rows; nothing was restored.`);
  }
}
