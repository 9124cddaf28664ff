import pg from "pg";
import type { Prisma } from "./client";

/** A statement with its values written into it, for COPY, which takes none. */
export const inlineSql = (sql: Prisma.Sql): string =>
  sql.text.replace(/\$(\d+)/g, (_, position: string) => literal(sql.values[Number(position) - 1]));

function literal(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return pg.escapeLiteral(value);
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map(arrayElement).join(",")}}`);
  throw new TypeError(`A ${typeof value} cannot be written into a statement.`);
}

function arrayElement(value: unknown): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "string") return `"${value.replace(/[\\"]/g, "\\$&")}"`;
  throw new TypeError(`A ${typeof value} cannot be written into an array.`);
}
