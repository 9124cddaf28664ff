import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import type { Prisma } from "@/platform/db/client";
import type { Page } from "@/platform/fields";
import { byFamily, type FamilyPlace, familyPlace } from "../rules/families";

const Place = z.tuple([z.string().nullable(), z.string(), z.guid()]);

/**
 * A page of ids, families together. Which spellings are one owner is a rule the database does not know, so the places of
 * all outlets that `where` leaves are compared here: three short columns, a few thousand rows at most.
 */
export async function orderByOwner(
  ctx: Ctx,
  where: Prisma.Sql,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<string>> {
  const after: FamilyPlace | null = decodeCursor(Place, cursor);
  const rows = await db(ctx).$queryRaw<{ id: string; name: string; owner: string | null }[]>`
    SELECT o.id::text, o.name, o.owner FROM outlet o WHERE o.team_id = ${ctx.teamId}::uuid ${where}`;
  const places = rows.map(familyPlace).sort(byFamily);
  const rest = after ? places.filter((place) => byFamily(place, after) > 0) : places;
  const page = cutPage(rest.slice(0, limit + 1), limit, (last) => last);
  return { items: page.items.map(([, , id]) => id), nextCursor: page.nextCursor };
}
