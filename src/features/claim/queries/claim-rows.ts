import type { OutletRef, Reliability } from "@/features/outlet/schema";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { claimLabel } from "../rules/claim-number";
import type { Assessment, Claim, Confidence, Quote } from "../schema";
import { standsVisibly } from "./visible-relations";

type Row = Pick<Claim, Same> & {
  blind: boolean;
  outlet: OutletRef | null;
  outletReliability: Reliability | null;
  reliability: Reliability | null;
  confidence: Confidence | null;
  quote: Quote | null;
  assessments: Assessment[];
  createdAt: Date;
  updatedAt: Date;
  /** For the cursor of lists sorted by date. */
  reportedMin: string | null;
};

type Same =
  | "id"
  | "caseId"
  | "number"
  | "statement"
  | "steps"
  | "article"
  | "reportedOn"
  | "reportedOnWords"
  | "occurredOn"
  | "occurredOnWords"
  | "place"
  | "credibility"
  | "status"
  | "tags"
  | "note"
  | "extra"
  | "relations"
  | "createdBy"
  | "version";

export type ClaimRow = { claim: Claim; reportedMin: string | null };

/**
 * Claims with everything that shows of them, in one round trip. `page` selects the ids (`SELECT c.id …`); `order` sorts.
 * Both may name the claim `c` and its outlet `o`; `page` brings its own FROM.
 */
export async function readClaims(ctx: Ctx, page: Prisma.Sql, order: Prisma.Sql): Promise<ClaimRow[]> {
  const rows = await db(ctx).$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (${page})
    SELECT c.id::text, c.case_id::text AS "caseId", k.blind, c.number, c.statement, c.place, c.note, c.tags,
      c.status::text, c.extra, c.version, c.reliability::text, c.credibility::int, c.confidence::text,
      c.reported_on AS "reportedOn", c.reported_on_words AS "reportedOnWords", c.reported_min::text AS "reportedMin",
      c.occurred_on AS "occurredOn", c.occurred_on_words AS "occurredOnWords",
      c.created_at AS "createdAt", c.updated_at AS "updatedAt", o.reliability::text AS "outletReliability",
      CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'name', o.name) END AS outlet,
      CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'title', a.title) END AS article,
      jsonb_build_object('id', u.id, 'name', u.name) AS "createdBy",
      CASE WHEN q.claim_id IS NOT NULL THEN jsonb_build_object('exact', q.exact, 'prefix', q.prefix, 'suffix', q.suffix,
        'start', q.start, 'end', q."end", 'state', q.state, 'versionId', q.version_id) END AS quote,
      ${steps} AS steps, ${assessments} AS assessments, ${relationCounts(ctx)} AS relations
    FROM page JOIN claim c ON c.team_id = ${ctx.teamId}::uuid AND c.id = page.id
    JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
    JOIN "user" u ON u.id = c.created_by_id
    LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
    LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
    ${order}`;
  return rows.map((row) => ({ claim: present(ctx, row), reportedMin: row.reportedMin }));
}

const steps = Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'name', coalesce(so.name, s.name), 'outletId', s.outlet_id)
                   ORDER BY s.position)
  FROM attribution_step s LEFT JOIN outlet so ON so.team_id = s.team_id AND so.id = s.outlet_id
  WHERE s.team_id = c.team_id AND s.claim_id = c.id), '[]')`;

const assessments = Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', g.id, 'user', jsonb_build_object('id', gu.id, 'name', gu.name),
           'reliability', g.reliability, 'credibility', g.credibility, 'confidence', g.confidence, 'reason', g.reason,
           'lead', g.as_lead, 'version', g.version, 'updatedAt', g.updated_at) ORDER BY g.created_at, g.id)
  FROM assessment g JOIN "user" gu ON gu.id = g.user_id
  WHERE g.team_id = c.team_id AND g.claim_id = c.id), '[]')`;

/** Counted twice, for blind cases and for others: which of them the case `k` of claim `c` is is known only row by row. */
export const relationCounts = (ctx: Ctx) => Prisma.sql`coalesce((
  SELECT jsonb_object_agg(kind, n) FROM (
    SELECT r.standing::text AS kind, count(*)::int AS n FROM relation r
    WHERE r.team_id = c.team_id AND (r.from_claim_id = c.id OR r.to_claim_id = c.id)
      AND CASE WHEN k.blind THEN ${standsVisibly(ctx, true)} ELSE ${standsVisibly(ctx, false)} END
    GROUP BY r.standing) counted), '{}')`;

/** In a blind case others' assessments, and the grades that stand, show only to those who gave their own. */
function present(ctx: Ctx, row: Row): Claim {
  const { blind, outletReliability, reportedMin: _, createdAt, updatedAt, ...rest } = row;
  const own = row.assessments.some(({ user }) => user.id === ctx.actor.userId);
  const sees = !blind || own;
  const reliability = sees ? row.reliability : null;
  return {
    ...rest,
    claim: claimLabel(row.number),
    attribution: row.steps.map(({ name }) => name),
    reliability: reliability ?? outletReliability,
    credibility: sees ? row.credibility : null,
    confidence: sees ? row.confidence : null,
    reliabilityFromOutlet: reliability === null && outletReliability !== null,
    assessments: sees ? row.assessments.map(withDate) : [],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

const withDate = (assessment: Assessment): Assessment => ({
  ...assessment,
  updatedAt: new Date(assessment.updatedAt).toISOString(),
});
