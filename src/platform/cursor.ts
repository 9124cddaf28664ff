import type { z } from "zod";
import { invalid } from "./errors";

/** A keyset position as callers see it: opaque, safe in an address. */
export const encodeCursor = (position: unknown): string =>
  Buffer.from(JSON.stringify(position), "utf8").toString("base64url");

/** The position again, checked against its shape; a made-up cursor is the caller's error. */
export function decodeCursor<S extends z.ZodType>(shape: S, cursor: string | undefined): z.infer<S> | null {
  if (cursor === undefined) return null;
  try {
    const text = Buffer.from(cursor, "base64url").toString("utf8");
    // PostgreSQL holds no NUL in a text, so no row of ours has one.
    if (text.includes("\\u0000")) throw new Error("NUL");
    return shape.parse(JSON.parse(text));
  } catch {
    throw invalid("cursor", "is not a cursor of this list");
  }
}

/** Cuts a list that was read with `limit + 1` rows to a page, with the cursor of the next. */
export function cutPage<T>(rows: T[], limit: number, position: (last: T) => unknown) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(position(last)) : null };
}
