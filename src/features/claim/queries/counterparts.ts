import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import { type Akin, type AkinText, akinOf, type Counterpart, MOST_TERMS, termsOf } from "../rules/akin";
import { likePattern } from "../rules/search-text";
import type { Suggestion } from "../schema";
import { readClaims } from "./claim-rows";

/** How many claims with one term are looked at: a common word must not read a whole case, and tells little. */
const SEEN = 300;
/** How many claims are weighed word by word. */
const WEIGHED = 60;
const LEAST_SCORE = 0.08;

type Case = { caseId: string; claims: number; blind: boolean };
type Hit = { id: string; terms: string[] };

/** The claims of the case most likely to be about the same thing as this one. */
export async function findCounterparts(ctx: Ctx, claimId: string, limit = 9): Promise<Counterpart[]> {
  const [row] = await db(ctx).$queryRaw<(AkinText & Case)[]>`
    SELECT c.statement, q.exact AS quote, c.article_id::text AS "articleId", c.reported_on AS "reportedOn",
           c.case_id::text AS "caseId", k.next_claim_number AS claims, k.blind
    FROM claim c JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
    LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = ${claimId}::uuid`;
  if (!row) throw notFound("claim");
  return findAkin(ctx, row, row, limit, claimId);
}

/** The same with the claims whole, as the API shows them. */
export async function suggestClaims(ctx: Ctx, claimId: string, limit: number): Promise<Suggestion[]> {
  const found = await findCounterparts(ctx, claimId, limit);
  const page = Prisma.sql`SELECT c.id FROM claim c
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = ANY(${found.map(({ id }) => id)}::uuid[])`;
  const claims = new Map((await readClaims(ctx, page, Prisma.empty)).map(({ claim }) => [claim.id, claim]));
  return found.flatMap(({ id, score, why, suggestedKind }) => {
    const claim = claims.get(id);
    return claim ? [{ claim, score, why, suggestedKind }] : [];
  });
}

type Wanted = { caseId: string; statement: string; quote: string | null; articleId: string | null };

/** The same for a claim that is being written. */
export async function findCounterpartsOfDraft(
  ctx: Ctx,
  { caseId, ...draft }: Wanted,
  limit = 5,
): Promise<Counterpart[]> {
  const [row] = await db(ctx).$queryRaw<Omit<Case, "caseId">[]>`
    SELECT next_claim_number AS claims, blind FROM "case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  if (!row) throw notFound("case");
  return findAkin(ctx, { ...row, caseId }, { ...draft, reportedOn: null }, limit, null);
}

/**
 * First the claims that share the rarest terms, found by the index of the search; then these word by word. In a blind case
 * only one's own, for a suggestion would give away what others entered.
 */
async function findAkin(
  ctx: Ctx,
  within: Case,
  own: AkinText,
  limit: number,
  except: string | null,
): Promise<Counterpart[]> {
  const terms = [...termsOf(`${own.statement} ${own.quote ?? ""}`).keys()]
    .toSorted((a, b) => specific(b) - specific(a))
    .slice(0, MOST_TERMS);
  if (terms.length === 0) return [];
  const hits = await findHits(ctx, within, terms, except);
  const seen = new Map<string, number>();
  for (const hit of hits) for (const term of hit.terms) seen.set(term, (seen.get(term) ?? 0) + 1);
  // Of a term that is in too many claims to be looked at, only that is known.
  const weigh = (term: string) => Math.log(1 + within.claims / Math.max(1, seen.get(term) ?? Math.sqrt(within.claims)));
  const weight = ({ terms: found }: Hit) => found.reduce((sum, term) => sum + weigh(term), 0);
  const best = hits.toSorted((a, b) => weight(b) - weight(a)).slice(0, WEIGHED);
  const rows = await readCandidates(
    ctx,
    best.map(({ id }) => id),
  );
  return rows
    .map(({ articleId, ...row }) => ({ ...row, ...akinOf(own, { ...row, articleId }, weigh) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .toSorted((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, limit);
}

/** Figures and long stems are in few claims. */
const specific = (term: string) => (/\p{N}{2}/u.test(term) ? 20 : 0) + term.length;

/** One index scan a term: each pattern is known to the planner, and ends after so many claims. */
async function findHits(
  ctx: Ctx,
  { caseId, blind }: Case,
  terms: readonly string[],
  except: string | null,
): Promise<Hit[]> {
  const own = blind ? Prisma.sql`AND c.created_by_id = ${ctx.actor.userId}::uuid` : Prisma.empty;
  const others = except ? Prisma.sql`AND c.id <> ${except}::uuid` : Prisma.empty;
  const scans = terms.map(
    (term) => Prisma.sql`(SELECT ${term}::text AS term, c.id FROM claim c
      WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.status <> 'retracted' ${others} ${own}
        AND c.search_text LIKE ${likePattern(term)} LIMIT ${SEEN})`,
  );
  return db(ctx).$queryRaw<Hit[]>`
    SELECT id::text, array_agg(term) AS terms FROM (${Prisma.join(scans, " UNION ALL ")}) hit GROUP BY id`;
}

type Candidate = Omit<Counterpart, keyof Akin> & { articleId: string | null };

const readCandidates = (ctx: Ctx, ids: string[]) => db(ctx).$queryRaw<Candidate[]>`
  SELECT c.id::text, c.number, c.statement, c.reported_on AS "reportedOn", c.article_id::text AS "articleId",
         o.name AS outlet, q.exact AS quote
  FROM claim c
  LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
  LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
  WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = ANY(${ids}::uuid[])`;
