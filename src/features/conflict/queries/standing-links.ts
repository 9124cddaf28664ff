import { seesRelation, visibleRelations } from "@/features/claim/queries/visible-relations";
import { type Ctx, db } from "@/platform/context";
import { keepPlan, Prisma } from "@/platform/db/client";
import type { ConflictLink } from "../schema";

/** A relation `r` between claims `cf` and `ct` in the direction in which it stands. */
const linkColumns = Prisma.sql`r.id::text, r.family::text, r.standing::text AS kind, r.standing_about::text AS about,
  CASE WHEN r.reversed THEN ct.number ELSE cf.number END AS "from",
  CASE WHEN r.reversed THEN cf.number ELSE ct.number END AS "to"`;

const joinEnds = Prisma.sql`
  JOIN claim cf ON cf.team_id = r.team_id AND cf.id = r.from_claim_id AND cf.status <> 'retracted'
  JOIN claim ct ON ct.team_id = r.team_id AND ct.id = r.to_claim_id AND ct.status <> 'retracted'`;

/** What stands in a case between claims that are not retracted, as far as the caller may know it. */
export const standingLinks = (ctx: Ctx, caseId: string) => readLinks(ctx, caseId, visibleRelations(ctx));

/** The same, whoever asks: for what no caller is shown as it is. */
export const allStandingLinks = (ctx: Ctx, caseId: string) => readLinks(ctx, caseId, Prisma.sql`TRUE`);

const readLinks = (ctx: Ctx, caseId: string, seen: Prisma.Sql) => db(ctx).$queryRaw<ConflictLink[]>`
  SELECT ${linkColumns} FROM relation r JOIN "case" k ON k.team_id = r.team_id AND k.id = r.case_id ${joinEnds}
  WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND r.standing IS NOT NULL AND ${seen}`;

/**
 * The same for some claims and all that hang together with them: by agreement, contradiction or descent, however far.
 * So every conflict and every line of descent that one of them belongs to is there as a whole. What it costs follows from
 * their number, not from the size of the case: OFFSET 0 keeps the planner from reading the whole case for each step.
 * Where the case is blind, it is what the caller may know; not saying so is for what no caller is shown as it is.
 */
export const linksAround = (ctx: Ctx, claimIds: readonly string[], { blind }: { blind: boolean }) => db(ctx).$queryRaw<
  ConflictLink[]
>`
  WITH RECURSIVE ${walk(ctx, Prisma.sql`SELECT unnest(${[...claimIds]}::uuid[])`, blind)}
  SELECT * FROM link`;

export type TouchedLinks = {
  /** The rows that say what was touched; one more than asked for where there are too many to go by them. */
  touches: string[];
  /** The claims that were touched, with those that stood in a conflict with them when that was last derived. */
  claims: string[];
  /** Everything that stands around them, whoever asks. */
  links: ConflictLink[];
};

/** What hangs together with the claims whose conflicts have to be derived anew; no links where more than `most` are. */
export async function touchedLinks(ctx: Ctx, caseId: string, most: number): Promise<TouchedLinks> {
  const seeds = Prisma.sql`SELECT claim_id FROM seed WHERE (SELECT count(*) FROM touched) <= ${most}`;
  const [found] = await db(ctx).$queryRaw<TouchedLinks[]>(
    keepPlan(Prisma.sql`
    WITH RECURSIVE touched AS MATERIALIZED (
      SELECT id, claim_id FROM conflict_touch
      WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid LIMIT ${most + 1}),
    seed AS MATERIALIZED (
      SELECT claim_id FROM touched UNION SELECT o.claim_id FROM touched t
      JOIN conflict_member m ON m.team_id = ${ctx.teamId}::uuid AND m.claim_id = t.claim_id
      JOIN conflict_member o ON o.team_id = m.team_id AND o.case_id = m.case_id AND o.key = m.key),
    ${walk(ctx, seeds, false)}
    SELECT ARRAY(SELECT id::text FROM touched) AS touches, ARRAY(SELECT claim_id::text FROM seed) AS claims,
      (SELECT coalesce(json_agg(link), '[]') FROM link) AS links`),
  );
  return found ?? { touches: [], claims: [], links: [] };
}

/** Common table expressions: the claims `around` some, and each `link` between them. */
const walk = (ctx: Ctx, seeds: Prisma.Sql, blind: boolean): Prisma.Sql => Prisma.sql`
  around(id) AS (
    ${seeds}
    UNION
    SELECT e.other FROM around CROSS JOIN LATERAL (
      SELECT r.to_claim_id AS other FROM relation r
      WHERE r.team_id = ${ctx.teamId}::uuid AND r.from_claim_id = around.id AND ${connects} AND ${seesRelation(ctx, blind)}
      UNION ALL
      SELECT r.from_claim_id FROM relation r
      WHERE r.team_id = ${ctx.teamId}::uuid AND r.to_claim_id = around.id AND ${connects} AND ${seesRelation(ctx, blind)}
      OFFSET 0) e),
  link AS (
    SELECT own.* FROM around CROSS JOIN LATERAL (
      SELECT ${linkColumns} FROM relation r ${joinEnds}
      WHERE r.team_id = ${ctx.teamId}::uuid AND r.from_claim_id = around.id AND r.standing IS NOT NULL
        AND ${seesRelation(ctx, blind)}
      OFFSET 0) own)`;

const connects = Prisma.sql`r.standing IN ('agrees', 'contradicts', 'repeats')`;
