import { NO_GRADES, type OwnGrades } from "@/features/claim/rules/own-grades";
import type { Grades } from "@/features/claim/rules/standing-grades";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import type { EditedClaim } from "../rules/edited-claim";

type Stored = Omit<EditedClaim, "others" | "own"> & {
  assessments: (Grades & OwnGrades & { userId: string })[];
};

const vague = (column: "reported" | "occurred") => {
  const of = (part: string) => Prisma.raw(`c.${column}_${part}`);
  return Prisma.sql`CASE WHEN ${of("on")} IS NOT NULL THEN jsonb_build_object('edtf', ${of("on")},
    'words', coalesce(${of("on_words")}, ''), 'min', ${of("min")}, 'max', ${of("max")}) END`;
};

/** Claims of a case as a change of their cells needs them, by id: what is nobody's to see included. */
export async function findEdited(ctx: Ctx, caseId: string, ids: readonly string[]): Promise<Map<string, EditedClaim>> {
  const rows = await db(ctx).$queryRaw<Stored[]>`
    WITH wanted AS MATERIALIZED (
      SELECT * FROM claim WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND id = ANY(${ids}::uuid[])),
    chains AS MATERIALIZED (
      SELECT s.claim_id, jsonb_agg(jsonb_build_object('kind', s.kind, 'name', coalesce(so.name, s.name),
        'outletId', s.outlet_id, 'typed', s.name) ORDER BY s.position) AS steps
      FROM attribution_step s LEFT JOIN outlet so ON so.team_id = s.team_id AND so.id = s.outlet_id
      WHERE s.team_id = ${ctx.teamId}::uuid AND s.claim_id = ANY(${ids}::uuid[]) GROUP BY s.claim_id),
    graded AS MATERIALIZED (
      SELECT g.claim_id, jsonb_agg(jsonb_build_object('userId', g.user_id, 'reliability', g.reliability, 'credibility',
        g.credibility, 'confidence', g.confidence, 'reason', g.reason, 'lead', g.as_lead, 'updatedAt', g.updated_at))
        AS assessments
      FROM assessment g WHERE g.team_id = ${ctx.teamId}::uuid AND g.claim_id = ANY(${ids}::uuid[]) GROUP BY g.claim_id)
    SELECT c.id::text, c.number, c.version, c.statement, c.place, c.note, c.tags, c.status::text,
      c.status_before::text AS "statusBefore", c.extra, ${vague("reported")} AS "reportedOn",
      ${vague("occurred")} AS "occurredOn", q.exact AS quote,
      CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'name', o.name) END AS outlet,
      CASE WHEN ao.id IS NOT NULL THEN jsonb_build_object('id', ao.id, 'name', ao.name) END AS "articleOutlet",
      coalesce(chains.steps, '[]') AS steps, coalesce(graded.assessments, '[]') AS assessments
    FROM wanted c
    LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
    LEFT JOIN outlet ao ON ao.team_id = a.team_id AND ao.id = a.outlet_id
    LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
    LEFT JOIN chains ON chains.claim_id = c.id
    LEFT JOIN graded ON graded.claim_id = c.id`;
  return new Map(rows.map((row) => [row.id, withGrades(ctx, row)]));
}

function withGrades(ctx: Ctx, { assessments, ...claim }: Stored): EditedClaim {
  const own = assessments.find(({ userId }) => userId === ctx.actor.userId);
  return {
    ...claim,
    others: assessments.filter((each) => each !== own),
    own: own
      ? { reliability: own.reliability, credibility: own.credibility, confidence: own.confidence, reason: own.reason }
      : NO_GRADES,
  };
}
