import { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import { decodeCursor, encodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import { claimConditions, searchConditions } from "./queries/claim-filter";
import { beyond, ORDER, Place } from "./queries/claim-order";
import { readClaims } from "./queries/claim-rows";
import { claimLabel, parseClaimNumber } from "./rules/claim-number";
import type { Claim, ClaimStatus, ListClaims } from "./schema";

/** A page of the claim sheet, with the way to the page before. Retracted claims show only where the filter asks for them. */
export async function pageClaims(ctx: Ctx, caseId: string, list: ListClaims): Promise<ClaimPage> {
  const { limit, cursor, sort, ...filter } = list;
  const { blind } = await findCaseBlindness(ctx, caseId);
  const place = decodeCursor(Place, cursor);
  const back = place?.[2] === "before";
  const order = back ? ORDER[sort].backward : ORDER[sort].forward;
  const rows = await readClaims(
    ctx,
    Prisma.sql`SELECT c.id FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
      WHERE ${claimConditions(ctx, caseId, blind, filter)} AND ${place ? beyond(sort, place) : Prisma.sql`TRUE`}
      ${order} LIMIT ${limit + 1}`,
    order,
  );
  const more = rows.length > limit;
  const page = back ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
  const [first, last] = [page[0], page.at(-1)];
  return {
    items: page.map(({ claim }) => claim),
    nextCursor: last && (back || more) ? encodeCursor([last.claim.number, last.reportedMin]) : null,
    previousCursor:
      first && (back ? more : place) ? encodeCursor([first.claim.number, first.reportedMin, "before"]) : null,
  };
}

export type ClaimPage = Page<Claim> & { previousCursor: string | null };

/** The same as lists are paged everywhere: forward. */
export async function listClaims(ctx: Ctx, caseId: string, list: ListClaims): Promise<Page<Claim>> {
  const { items, nextCursor } = await pageClaims(ctx, caseId, list);
  return { items, nextCursor };
}

/** The numbers before and after one, among the claims of a case that stand. */
export async function findNeighbours(
  ctx: Ctx,
  caseId: string,
  number: number,
): Promise<{ previous: number | null; next: number | null }> {
  const stands = Prisma.sql`c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.status <> 'retracted'`;
  const [row] = await db(ctx).$queryRaw<{ previous: number | null; next: number | null }[]>`
    SELECT (SELECT max(c.number) FROM claim c WHERE ${stands} AND c.number < ${number}) AS previous,
           (SELECT min(c.number) FROM claim c WHERE ${stands} AND c.number > ${number}) AS next`;
  return row ?? { previous: null, next: null };
}

/** Whether a case is blind; also the check that it is there, and this team's. */
export async function findCaseBlindness(ctx: Ctx, caseId: string): Promise<{ blind: boolean }> {
  const [row] = await db(ctx).$queryRaw<{ blind: boolean }[]>`
    SELECT blind FROM "case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  if (!row) throw notFound("case");
  return row;
}

export async function getClaim(ctx: Ctx, claimId: string): Promise<Claim> {
  const [row] = await readClaims(ctx, Prisma.sql`SELECT ${claimId}::uuid AS id`, Prisma.empty);
  if (!row) throw notFound("claim");
  return row.claim;
}

/** A claim of this case by its id or its number (`12`, `C-12`). */
export async function getClaimOfCase(ctx: Ctx, caseId: string, idOrNumber: string): Promise<Claim> {
  const number = parseClaimNumber(idOrNumber);
  const id = z.guid().safeParse(idOrNumber).data;
  if (number === null && id === undefined) throw notFound("claim");
  const which = id ? Prisma.sql`c.id = ${id}::uuid` : Prisma.sql`c.number = ${number}`;
  const [row] = await readClaims(
    ctx,
    Prisma.sql`SELECT c.id FROM claim c
      WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND ${which}`,
    Prisma.empty,
  );
  if (!row) throw notFound("claim");
  return row.claim;
}

/** The claims of an article that stand, in reading order; those without a quote come last. */
export async function claimsOfArticle(ctx: Ctx, articleId: string): Promise<Claim[]> {
  const rows = await readClaims(
    ctx,
    Prisma.sql`SELECT c.id FROM claim c WHERE c.team_id = ${ctx.teamId}::uuid
      AND c.article_id = ${articleId}::uuid AND c.status <> 'retracted'`,
    Prisma.sql`ORDER BY q.start NULLS LAST, q."end", c.number`,
  );
  return rows.map(({ claim }) => claim);
}

/** What a picker shows of a claim. */
export type FoundClaim = {
  id: string;
  number: number;
  claim: string;
  statement: string;
  outlet: string | null;
  quote: string | null;
  reportedOn: string | null;
};

/** Claims of a case by number or words, the newest first; the number that was typed comes before all. */
export async function findClaims(ctx: Ctx, caseId: string, words: string, limit = 10): Promise<FoundClaim[]> {
  const number = parseClaimNumber(words);
  const conditions = Prisma.join([Prisma.sql`c.status <> 'retracted'`, ...searchConditions(words)], " AND ");
  const rows = await db(ctx).$queryRaw<Omit<FoundClaim, "claim">[]>`
    SELECT c.id::text, c.number, c.statement, c.reported_on AS "reportedOn", o.name AS outlet, q.exact AS quote
    FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND ${conditions}
    ORDER BY (c.number = ${number}::int) DESC NULLS LAST, c.number DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, claim: claimLabel(row.number) }));
}

export type ClaimRef = { id: string; caseId: string; number: number; status: ClaimStatus };

/** Where claims belong, by id: what commands of higher features check before they touch them. Unknown ids are absent. */
export async function findClaimRefs(ctx: Ctx, ids: string[]): Promise<Map<string, ClaimRef>> {
  const rows = await db(ctx).$queryRaw<ClaimRef[]>`
    SELECT id::text, case_id::text AS "caseId", number, status::text FROM claim
    WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** The tags of a case with how many claims bear each, the most used first. */
export async function listTags(ctx: Ctx, caseId: string): Promise<{ tag: string; claims: number }[]> {
  return db(ctx).$queryRaw`
    SELECT t.tag, count(*)::int AS claims FROM claim c CROSS JOIN LATERAL unnest(c.tags) AS t(tag)
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.status <> 'retracted'
    GROUP BY t.tag ORDER BY claims DESC, t.tag LIMIT 500`;
}
