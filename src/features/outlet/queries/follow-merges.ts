import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import type { FoundOutlet } from "../schema";

/** For ids of outlets that were merged: what each is part of now, by the id asked for. */
export async function followMerges(ctx: Ctx, asked: readonly string[]): Promise<Map<string, FoundOutlet>> {
  const ids = asked.filter((each) => z.guid().safeParse(each).success);
  if (ids.length === 0) return new Map();
  const rows = await db(ctx).$queryRaw<(FoundOutlet & { asked: string })[]>`
    WITH RECURSIVE way AS (
      SELECT id AS asked, id, merged_into_id FROM outlet
      WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${ids}::uuid[])
      UNION
      SELECT w.asked, o.id, o.merged_into_id FROM way w
      JOIN outlet o ON o.team_id = ${ctx.teamId}::uuid AND o.id = w.merged_into_id)
    SELECT w.asked::text, o.id::text, o.name, o.reliability::text FROM way w
    JOIN outlet o ON o.team_id = ${ctx.teamId}::uuid AND o.id = w.id
    WHERE w.merged_into_id IS NULL`;
  const found = new Map(rows.map(({ asked: id, ...outlet }) => [id, outlet]));
  return new Map(
    ids.flatMap((id) => {
      const outlet = found.get(id.toLowerCase());
      return outlet ? [[id, outlet] as const] : [];
    }),
  );
}
