import { seesRelation } from "@/features/claim/queries/visible-relations";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import type { AgreementFilter, Compared } from "../schema";

/** What one person said of one unit before they could know what others say of it. */
export type RatingRow = { unit: string; person: string; value: string };

type Scope = { caseId: string; blind: boolean };

/**
 * The blind ratings of a case, of units that at least two people rated so, in the order of the units. In a blind case a unit
 * is open to who has rated it: a number over the others would be as good as a look at them.
 */
export const readRatings = (ctx: Ctx, scope: Scope, of: Compared, filter: AgreementFilter): Promise<RatingRow[]> =>
  db(ctx).$queryRaw<RatingRow[]>`
    SELECT unit::text, person::text, value FROM (${openRatings(ctx, scope, of, filter)}) rating ORDER BY unit, person`;

/** How many units several people rated that are not open to the caller. */
export async function countWithheld(ctx: Ctx, scope: Scope): Promise<number> {
  if (!scope.blind) return 0;
  const [row] = await db(ctx).$queryRaw<{ n: number }[]>`
    SELECT (SELECT count(*) FROM (${several(allRelations(ctx, scope, {}))}) r WHERE NOT r.open)::int
         + (SELECT count(*) FROM (${several(allGrades(ctx, scope, {}))}) g WHERE NOT g.open)::int AS n`;
  return row?.n ?? 0;
}

const several = (ratings: Prisma.Sql) =>
  Prisma.sql`SELECT unit, bool_or(open) AS open FROM (${ratings}) rated GROUP BY unit HAVING count(*) > 1`;

/** Rows of `unit, person, value` that are open to the caller, of units with at least two. */
export const openRatings = (ctx: Ctx, scope: Scope, of: Compared, filter: AgreementFilter): Prisma.Sql => Prisma.sql`
  SELECT unit, person, value FROM (
    SELECT rated.*, count(*) OVER (PARTITION BY unit) AS raters
    FROM (${of === "relations" ? allRelations(ctx, scope, filter) : allGrades(ctx, scope, filter, of)}) rated
    WHERE open AND value IS NOT NULL) counted
  WHERE raters > 1`;

const byPeople = (column: Prisma.Sql, { people }: AgreementFilter) =>
  people ? Prisma.sql`AND ${column} = ANY(${people}::uuid[])` : Prisma.empty;

const allRelations = (ctx: Ctx, { caseId, blind }: Scope, filter: AgreementFilter): Prisma.Sql => Prisma.sql`
  SELECT r.id AS unit, j.user_id AS person, ${seesRelation(ctx, blind)} AS open,
         CASE WHEN j.blind_kind = 'updates' AND j.blind_reversed THEN 'is updated by' ELSE j.blind_kind::text END AS value
  FROM relation r
  JOIN judgement j ON j.team_id = r.team_id AND j.relation_id = r.id
  JOIN claim cf ON cf.team_id = r.team_id AND cf.id = r.from_claim_id
  JOIN claim ct ON ct.team_id = r.team_id AND ct.id = r.to_claim_id
  WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND r.family = 'content'
    AND j.blind_kind IS NOT NULL AND cf.status <> 'retracted' AND ct.status <> 'retracted'
    ${filter.outlet ? Prisma.sql`AND ${filter.outlet}::uuid IN (cf.outlet_id, ct.outlet_id)` : Prisma.empty}
    ${byPeople(Prisma.sql`j.user_id`, filter)}`;

const GRADES = {
  reliability: Prisma.sql`nullif(s.blind_reliability::text, 'F')`,
  credibility: Prisma.sql`nullif(s.blind_credibility, 6)::text`,
  confidence: Prisma.sql`s.blind_confidence::text`,
};

/** Of all grades together where none is named: then only that somebody gave one counts. */
const allGrades = (
  ctx: Ctx,
  { caseId, blind }: Scope,
  filter: AgreementFilter,
  of?: keyof typeof GRADES,
): Prisma.Sql => Prisma.sql`
  SELECT c.id AS unit, s.user_id AS person,
         ${of ? GRADES[of] : Prisma.sql`'given'`} AS value,
         ${
           blind
             ? Prisma.sql`EXISTS (SELECT 1 FROM assessment own WHERE own.team_id = c.team_id AND own.claim_id = c.id
                 AND own.user_id = ${ctx.actor.userId}::uuid)
               OR EXISTS (SELECT 1 FROM round_unit ru JOIN round rr ON rr.team_id = ru.team_id AND rr.id = ru.round_id
                 WHERE ru.team_id = c.team_id AND ru.claim_id = c.id AND ru.other_id IS NULL
                   AND (rr.closed_at IS NOT NULL OR rr.until <= now()))`
             : Prisma.sql`TRUE`
         } AS open
  FROM claim c JOIN assessment s ON s.team_id = c.team_id AND s.claim_id = c.id
  WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.status <> 'retracted'
    AND (s.blind_reliability IS NOT NULL OR s.blind_credibility IS NOT NULL OR s.blind_confidence IS NOT NULL)
    ${filter.outlet ? Prisma.sql`AND c.outlet_id = ${filter.outlet}::uuid` : Prisma.empty}
    ${byPeople(Prisma.sql`s.user_id`, filter)}`;
