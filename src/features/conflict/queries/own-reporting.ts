import { type Ctx, db } from "@/platform/context";
import { notFound } from "@/platform/errors";
import type { OwnReporting } from "../schema";
import { seesOwnReporting } from "./visible-marks";

type Mark = OwnReporting["marks"][number];

/** Who marked a claim as reporting something of its own, and why, as far as the caller may know it. */
export async function getOwnReporting(ctx: Ctx, claimId: string): Promise<OwnReporting> {
  const [row] = await db(ctx).$queryRaw<{ claimId: string; marks: Mark[] }[]>`
    SELECT c.id::text AS "claimId",
      (SELECT coalesce(json_agg(json_build_object('user', json_build_object('id', u.id, 'name', u.name),
          'reason', w.reason, 'updatedAt', w.updated_at) ORDER BY w.created_at), '[]')
        FROM own_reporting w JOIN "user" u ON u.id = w.user_id
        WHERE w.team_id = c.team_id AND w.claim_id = c.id AND ${seesOwnReporting(ctx)}) AS marks
    FROM claim c JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = ${claimId}::uuid`;
  if (!row) throw notFound("claim");
  const marks = row.marks.map((mark) => ({ ...mark, updatedAt: new Date(mark.updatedAt).toISOString() }));
  return { claimId: row.claimId, marks };
}
