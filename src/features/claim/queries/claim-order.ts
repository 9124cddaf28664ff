import { z } from "zod";
import { Prisma } from "@/platform/db/client";
import type { ClaimSort } from "../schema";

/**
 * A place in the sheet: the claim last seen, by its number and the first day on which it may have been reported. With
 * `before` the page ends ahead of it instead of beginning behind it.
 */
export const Place = z.union([
  z.tuple([z.int(), z.iso.date().nullable()]),
  z.tuple([z.int(), z.iso.date().nullable(), z.literal("before")]),
]);
export type Place = z.infer<typeof Place>;

type Order = { forward: Prisma.Sql; backward: Prisma.Sql };

/** Claims without a date come last in both directions. */
export const ORDER: Record<ClaimSort, Order> = {
  number: {
    forward: Prisma.sql`ORDER BY c.number`,
    backward: Prisma.sql`ORDER BY c.number DESC`,
  },
  "-number": {
    forward: Prisma.sql`ORDER BY c.number DESC`,
    backward: Prisma.sql`ORDER BY c.number`,
  },
  reportedOn: {
    forward: Prisma.sql`ORDER BY c.reported_min NULLS LAST, c.number`,
    backward: Prisma.sql`ORDER BY c.reported_min DESC NULLS FIRST, c.number DESC`,
  },
  "-reportedOn": {
    forward: Prisma.sql`ORDER BY c.reported_min DESC NULLS LAST, c.number DESC`,
    backward: Prisma.sql`ORDER BY c.reported_min NULLS FIRST, c.number`,
  },
};

/** What comes after a place, or before it. */
export function beyond(sort: ClaimSort, [number, day, before]: Place): Prisma.Sql {
  const ascends = !sort.startsWith("-");
  const byNumber = ascends === !before ? Prisma.sql`c.number > ${number}` : Prisma.sql`c.number < ${number}`;
  if (sort === "number" || sort === "-number") return byNumber;
  if (day === null) {
    return before
      ? Prisma.sql`(c.reported_min IS NOT NULL OR ${byNumber})`
      : Prisma.sql`(c.reported_min IS NULL AND ${byNumber})`;
  }
  const byDay =
    ascends === !before
      ? Prisma.sql`(c.reported_min, c.number) > (${day}::date, ${number})`
      : Prisma.sql`(c.reported_min, c.number) < (${day}::date, ${number})`;
  return before ? byDay : Prisma.sql`(${byDay} OR c.reported_min IS NULL)`;
}
