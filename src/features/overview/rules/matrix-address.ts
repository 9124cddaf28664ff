import { z } from "zod";
import { CountBy, MatrixKind, MatrixOrder } from "../schema";

const Place = z.guid();
const From = z.coerce.number().int().min(0).max(1_000_000);

/** What the address of the matrix says: how it counts and looks, and which cell is open. */
export type MatrixAddress = {
  by: CountBy;
  implied: boolean;
  order: MatrixOrder;
  /** As a table instead of a drawing. */
  table: boolean;
  /** The first row of the table. */
  from: number;
  cell: { a: string; b: string } | null;
  kind: MatrixKind | null;
  cursor: string | null;
};

/** What it says wrongly is left out: a stale link still opens. */
export function readMatrixAddress(params: Record<string, string | string[] | undefined>): MatrixAddress {
  const [a, b] = [Place.safeParse(params.a).data, Place.safeParse(params.b).data];
  return {
    by: CountBy.safeParse(params.by).data ?? "report",
    implied: params.implied === "true",
    order: MatrixOrder.safeParse(params.order).data ?? "cluster",
    table: params.show === "table",
    from: From.safeParse(params.from).data ?? 0,
    cell: a && b ? { a, b } : null,
    kind: MatrixKind.safeParse(params.kind).data ?? null,
    cursor: typeof params.cursor === "string" ? params.cursor : null,
  };
}

/** The address again, as short as can be, with something changed. */
export function matrixHref(here: string, address: MatrixAddress, change: Partial<MatrixAddress> = {}): string {
  const { cell, kind, cursor, table, from, ...rest } = { ...address, ...change };
  const params = countParams(rest);
  if (table) params.set("show", "table");
  if (table && from > 0) params.set("from", String(from));
  if (cell) {
    params.set("a", cell.a);
    params.set("b", cell.b);
    if (kind) params.set("kind", kind);
    if (cursor) params.set("cursor", cursor);
  }
  return params.size > 0 ? `${here}?${params}` : here;
}

/** The part that the API's picture takes, too. */
export function countParams({ by, implied, order }: Pick<MatrixAddress, "by" | "implied" | "order">): URLSearchParams {
  const params = new URLSearchParams();
  if (by !== "report") params.set("by", by);
  if (implied) params.set("implied", "true");
  if (order !== "cluster") params.set("order", order);
  return params;
}
