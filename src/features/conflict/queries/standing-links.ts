import { visibleRelations } from "@/features/claim/queries/visible-relations";
import { type Ctx, db } from "@/platform/context";
import type { ConflictLink } from "../schema";

/** What stands in a case between claims that are not retracted, as far as the caller may know it. */
export const standingLinks = (ctx: Ctx, caseId: string) => db(ctx).$queryRaw<ConflictLink[]>`
  SELECT r.id::text, r.family::text, r.standing::text AS kind, r.standing_about::text AS about,
         CASE WHEN r.reversed THEN ct.number ELSE cf.number END AS "from",
         CASE WHEN r.reversed THEN cf.number ELSE ct.number END AS "to"
  FROM relation r
  JOIN "case" k ON k.team_id = r.team_id AND k.id = r.case_id
  JOIN claim cf ON cf.team_id = r.team_id AND cf.id = r.from_claim_id AND cf.status <> 'retracted'
  JOIN claim ct ON ct.team_id = r.team_id AND ct.id = r.to_claim_id AND ct.status <> 'retracted'
  WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND r.standing IS NOT NULL
    AND ${visibleRelations(ctx)}`;
