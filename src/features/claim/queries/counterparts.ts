import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import { type Akin, type AkinText, type Counterpart, likenessOf, MOST_TERMS, tellAkin, termsOf } from "../rules/akin";
import { beginningsOf, wordQuery } from "../rules/word-query";
import type { Suggestion } from "../schema";
import { readClaims } from "./claim-rows";

/** A term that a larger share of all claims has is not looked for, but where there would be fewer than so many. */
const COMMON = 0.01;
const FEWEST = 3;
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
  const hits = await findHits(ctx, within, await rarest(ctx, terms), except);
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
  const likeness = likenessOf(own, weigh);
  return rows
    .map((row) => ({ row, like: likeness(row) }))
    .filter(({ like }) => like.score >= LEAST_SCORE)
    .toSorted((a, b) => b.like.score - a.like.score || a.row.number - b.row.number)
    .slice(0, limit)
    .map(({ row: { articleId, ...row }, like }) => ({
      ...row,
      score: like.score,
      ...tellAkin(own, { ...row, articleId }, like, weigh),
    }));
}

/** Figures and long stems are in few claims. */
const specific = (term: string) => (/\p{N}{2}/u.test(term) ? 20 : 0) + term.length;

/**
 * The terms that few claims have, by what the database knows of its most common words: an index scan takes as long as a
 * term is common. Where nothing was ever analysed, all.
 */
async function rarest(ctx: Ctx, terms: readonly string[]): Promise<string[]> {
  const forms = terms.flatMap((term) => beginningsOf(term).map((form) => ({ term, form: `${likeText(form)}%` })));
  const rows = await db(ctx).$queryRaw<{ term: string; share: number }[]>`
    SELECT x.term, sum(common.share)::float8 AS share
    FROM pg_stats s
    CROSS JOIN LATERAL unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS common(word, share)
    JOIN jsonb_to_recordset(${JSON.stringify(forms)}::jsonb) AS x(term text, form text) ON common.word LIKE x.form
    WHERE s.schemaname = current_schema() AND s.tablename = 'claim_words' AND common.word IS NOT NULL
    GROUP BY x.term`;
  const shares = new Map(rows.map(({ term, share }) => [term, share]));
  const share = (term: string) => shares.get(term) ?? 0;
  return terms.toSorted((a, b) => share(a) - share(b)).filter((term, index) => index < FEWEST || share(term) <= COMMON);
}

const likeText = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** One index scan a term: each is known to the planner, and ends after so many claims. */
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
        AND to_tsvector('simple', c.search_text) @@ ${wordQuery(term)}::tsquery LIMIT ${SEEN})`,
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
