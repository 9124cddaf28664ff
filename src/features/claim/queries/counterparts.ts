import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import { likePattern } from "../rules/search-text";
import { tellingWords } from "../rules/telling-words";

export type Counterpart = {
  id: string;
  number: number;
  statement: string;
  outlet: string | null;
  quote: string | null;
  reportedOn: string | null;
  why: string;
};

type Row = Omit<Counterpart, "why"> & { searchText: string };
type Origin = { caseId: string; searchText: string; articleId: string | null; blind: boolean };

/** How many claims that share a word are weighed: a common word must not read a whole case. */
const WEIGHED = 400;

/**
 * The claims of the case most likely to be about the same thing: they share telling words, other articles come first.
 * In a blind case only one's own, for a suggestion would give away what others entered.
 */
export async function findCounterparts(ctx: Ctx, claimId: string, limit = 9): Promise<Counterpart[]> {
  const [origin] = await db(ctx).$queryRaw<Origin[]>`
    SELECT c.case_id::text AS "caseId", c.search_text AS "searchText", c.article_id::text AS "articleId", k.blind
    FROM claim c JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = ${claimId}::uuid`;
  if (!origin) throw notFound("claim");
  const words = tellingWords(origin.searchText);
  if (words.length === 0) return [];
  const own = origin.blind ? Prisma.sql`AND c.created_by_id = ${ctx.actor.userId}::uuid` : Prisma.empty;
  const rows = await db(ctx).$queryRaw<Row[]>`
    WITH weighed AS MATERIALIZED (
      SELECT c.id, similarity(c.search_text, ${origin.searchText}) AS likeness,
             (c.article_id IS NOT DISTINCT FROM ${origin.articleId}::uuid) AS beside
      FROM claim c
      WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${origin.caseId}::uuid AND c.id <> ${claimId}::uuid
        AND c.status <> 'retracted' AND c.search_text LIKE ANY (${words.map(likePattern)}::text[]) ${own}
      LIMIT ${WEIGHED})
    SELECT c.id::text, c.number, c.statement, c.reported_on AS "reportedOn", c.search_text AS "searchText",
           o.name AS outlet, q.exact AS quote
    FROM weighed w JOIN claim c ON c.team_id = ${ctx.teamId}::uuid AND c.id = w.id
    LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
    ORDER BY w.beside, w.likeness DESC, c.number LIMIT ${limit}`;
  return rows.map(({ searchText, ...row }) => ({ ...row, why: sharedWords(words, searchText) }));
}

const sharedWords = (words: string[], text: string) => {
  const shared = words.filter((word) => text.includes(word)).slice(0, 4);
  return `shares ${shared.join(", ")}`;
};
