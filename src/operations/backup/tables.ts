import type { Client } from "pg";
import pg from "pg";
import { z } from "zod";

/** Rows of these are of no use in another place or at another time, or are derived there anew. */
const LEFT_OUT = ["_prisma_migrations", "rate_limit", "conflict_entry", "conflict_member", "conflict_touch"];

/** How values are written and read, whatever the server's own settings. */
export const SESSION = `SET LOCAL DateStyle = 'ISO, MDY'; SET LOCAL TimeZone = 'UTC'; SET LOCAL client_encoding = 'UTF8';
  SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'; SET LOCAL statement_timeout = 0`;

export type Table = { name: string; columns: string[] };

/** Every table of the database with its columns; a table comes after those that its rows point to. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { needs: string[] }>(
    `SELECT c.relname AS name,
       ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
               AND a.attgenerated = '' ORDER BY a.attname) AS columns,
       ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
             WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS needs
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> ALL($1) ORDER BY c.relname`,
    [LEFT_OUT],
  );
  const sorted: Table[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ needs }) => !needs.some((need) => waiting.has(need)));
    if (ready.length === 0) throw new Error("Some tables point at each other in a circle.");
    for (const { name, columns } of ready) {
      sorted.push({ name, columns });
      waiting.delete(name);
    }
  }
  return sorted;
}

export async function listMigrations(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  );
  return rows.map(({ name }) => name);
}

/** `"claim" ("id", "number", …)`, as COPY wants it. */
export const copyTarget = ({ name, columns }: Table) =>
  `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(", ")})`;

/** First line of a backup: what it is and which state of the schema it fits. */
export const Header = z.object({
  format: z.literal("crossbearing-backup"),
  version: z.literal(1),
  createdAt: z.string(),
  migrations: z.array(z.string()),
});
export type Header = z.infer<typeof Header>;

/** Before the rows of each table. */
export const TableHeader = z.object({ table: z.string(), columns: z.array(z.string()) });

/** Last line: what each table must hold. The hash is of its rows as they stand in the file. */
export const Manifest = z.object({
  tables: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Ends the rows of a table; no row of COPY's text format begins so. */
export const END_OF_ROWS = "\\.\n";
