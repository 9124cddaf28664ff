import { type Ctx, db } from "@/platform/context";
import type { Present } from "../schema";

/** Who gave a sign of life in the last minute, where they did last; members only. */
export const listPresent = (ctx: Ctx, caseId: string): Promise<Present[]> =>
  db(ctx).$queryRaw<Present[]>`
    SELECT json_build_object('id', id, 'name', name) AS "user", place FROM (
      SELECT DISTINCT ON (p.user_id) u.id, u.name, p.place
      FROM presence p JOIN membership m ON m.team_id = p.team_id AND m.user_id = p.user_id
      JOIN "user" u ON u.id = p.user_id
      WHERE p.team_id = ${ctx.teamId}::uuid AND p.case_id = ${caseId}::uuid AND p.seen_at > now() - interval '1 minute'
      ORDER BY p.user_id, p.seen_at DESC) here
    ORDER BY name, id`;
