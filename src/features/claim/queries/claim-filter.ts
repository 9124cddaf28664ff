import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { parseClaimNumber } from "../rules/claim-number";
import { likePattern, searchWords } from "../rules/search-text";
import type { ClaimFilter } from "../schema";
import { seenGrade } from "./visible-grades";
import { claimsInConflict } from "./visible-relations";

/**
 * The filters of the sheet as conditions on `c` (claim) and `o` (its outlet). Grades are compared as the caller sees
 * them: in a blind case a filter must not tell what the page conceals.
 */
export function claimConditions(ctx: Ctx, caseId: string, blind: boolean, filter: ClaimFilter): Prisma.Sql {
  const seen = (grade: Prisma.Sql) => seenGrade(ctx, blind, grade);
  const conditions = [
    Prisma.sql`c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid`,
    filter.status?.length
      ? Prisma.sql`c.status::text = ANY(${filter.status}::text[])`
      : Prisma.sql`c.status <> 'retracted'`,
  ];
  if (filter.outlet?.length) conditions.push(Prisma.sql`c.outlet_id = ANY(${filter.outlet}::uuid[])`);
  if (filter.article?.length) conditions.push(Prisma.sql`c.article_id = ANY(${filter.article}::uuid[])`);
  if (filter.credibility?.length) {
    conditions.push(Prisma.sql`${seen(Prisma.sql`c.credibility`)} = ANY(${filter.credibility}::smallint[])`);
  }
  if (filter.reliability?.length) {
    const grade = Prisma.sql`coalesce(${seen(Prisma.sql`c.reliability`)}, o.reliability)`;
    conditions.push(Prisma.sql`${grade}::text = ANY(${filter.reliability}::text[])`);
  }
  if (filter.confidence?.length) {
    conditions.push(Prisma.sql`${seen(Prisma.sql`c.confidence`)}::text = ANY(${filter.confidence}::text[])`);
  }
  if (filter.tag?.length) {
    const tags = filter.tag.map((tag) => tag.toLowerCase());
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM unnest(c.tags) t WHERE lower(t) = ANY(${tags}::text[]))`);
  }
  if (filter.q) conditions.push(...searchConditions(filter.q));
  if (filter.has === "conflict") conditions.push(Prisma.sql`c.id IN (${claimsInConflict(ctx, caseId, blind)})`);
  return Prisma.join(conditions, " AND ");
}

/** Every word must occur; a word such as C-12 also finds the claim of that number. */
export function searchConditions(q: string): Prisma.Sql[] {
  return searchWords(q).map((word) => {
    const number = parseClaimNumber(word);
    const occurs = Prisma.sql`c.search_text LIKE ${likePattern(word)}`;
    return number === null ? occurs : Prisma.sql`(${occurs} OR c.number = ${number})`;
  });
}
