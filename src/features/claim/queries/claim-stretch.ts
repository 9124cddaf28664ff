import { Prisma } from "@/platform/db/client";
import type { ClaimSort } from "../schema";
import type { Place } from "./claim-order";

type Stretch = {
  /** Conditions on the claim `c` and its outlet `o`. */
  where: Prisma.Sql;
  sort: ClaimSort;
  /** The stretch begins behind it, or with the first claim. */
  after: Place | null;
  limit: number;
};

/**
 * The ids of claims that follow each other in an order. Dated claims and undated ones are read one after the other,
 * each along its index: asked for in one go, a page far down would read all before it.
 */
export function claimIds({ where, sort, after, limit }: Stretch): Prisma.Sql {
  const descends = sort.startsWith("-");
  const way = descends ? Prisma.sql`DESC` : Prisma.empty;
  const beyond = descends ? Prisma.sql`<` : Prisma.sql`>`;
  const ids = (condition: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`(
    SELECT c.id FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    WHERE ${where} AND ${condition} ORDER BY ${order} LIMIT ${limit})`;
  const [number, day] = after ?? [null, null];
  const byNumber = Prisma.sql`c.number ${way}`;
  const furtherNumber = number === null ? Prisma.sql`TRUE` : Prisma.sql`c.number ${beyond} ${number}`;
  if (sort === "number" || sort === "-number") return ids(furtherNumber, byNumber);
  const undated = (condition: Prisma.Sql) => ids(Prisma.sql`c.reported_min IS NULL AND ${condition}`, byNumber);
  if (after && day === null) return undated(furtherNumber);
  const furtherDay = after
    ? Prisma.sql`(c.reported_min, c.number) ${beyond} (${day}::date, ${number})`
    : Prisma.sql`c.reported_min IS NOT NULL`;
  const dated = ids(furtherDay, Prisma.sql`c.reported_min ${way}, c.number ${way}`);
  return Prisma.sql`${dated} UNION ALL ${undated(Prisma.sql`TRUE`)} LIMIT ${limit}`;
}

/** Whether a claim comes before a place. */
export function isBefore(sort: ClaimSort, [number, day]: Place): Prisma.Sql {
  const before = sort.startsWith("-") ? Prisma.sql`>` : Prisma.sql`<`;
  const byNumber = Prisma.sql`c.number ${before} ${number}`;
  if (sort === "number" || sort === "-number") return byNumber;
  return day === null
    ? Prisma.sql`(c.reported_min IS NOT NULL OR ${byNumber})`
    : Prisma.sql`(c.reported_min, c.number) ${before} (${day}::date, ${number})`;
}
