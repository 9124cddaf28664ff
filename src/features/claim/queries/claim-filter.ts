import { parseVagueDate } from "@/dates/vague-date";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { invalid } from "@/platform/errors";
import { parseClaimNumber } from "../rules/claim-number";
import { likePattern, searchWords } from "../rules/search-text";
import type { ClaimFilter, Has, Lacks } from "../schema";
import { seenGrade } from "./visible-grades";
import { claimsInConflict, claimsRelated } from "./visible-relations";

/**
 * The filters of the sheet as conditions on `c` (claim) and `o` (its outlet). Grades are compared as the caller sees
 * them: in a blind case a filter must not tell what the page conceals.
 */
export function claimConditions(ctx: Ctx, caseId: string, blind: boolean, filter: ClaimFilter): Prisma.Sql {
  const seen = (grade: Prisma.Sql) => seenGrade(ctx, blind, grade);
  const conditions = [
    Prisma.sql`c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid`,
    filter.status?.length
      ? Prisma.sql`c.status = ANY(${filter.status}::claim_status[])`
      : Prisma.sql`c.status <> 'retracted'`,
  ];
  if (filter.outlet?.length) conditions.push(Prisma.sql`c.outlet_id = ANY(${filter.outlet}::uuid[])`);
  if (filter.article?.length) conditions.push(Prisma.sql`c.article_id = ANY(${filter.article}::uuid[])`);
  if (filter.credibility?.length) {
    conditions.push(Prisma.sql`${seen(Prisma.sql`c.credibility`)} = ANY(${filter.credibility}::smallint[])`);
  }
  if (filter.reliability?.length) {
    const grade = Prisma.sql`coalesce(${seen(Prisma.sql`c.reliability`)}, o.reliability)`;
    conditions.push(Prisma.sql`${grade} = ANY(${filter.reliability}::reliability[])`);
  }
  if (filter.confidence?.length) {
    conditions.push(Prisma.sql`${seen(Prisma.sql`c.confidence`)} = ANY(${filter.confidence}::confidence[])`);
  }
  if (filter.tag?.length) {
    const tags = filter.tag.map((tag) => tag.toLowerCase());
    conditions.push(Prisma.sql`lower_tags(c.tags) && ${tags}::text[]`);
  }
  if (filter.enteredBy?.length) conditions.push(Prisma.sql`c.created_by_id = ANY(${filter.enteredBy}::uuid[])`);
  if (filter.reported) conditions.push(mayLieIn("reported", filter.reported));
  if (filter.occurred) conditions.push(mayLieIn("occurred", filter.occurred));
  if (filter.place?.trim()) conditions.push(placeHolds(filter.place.trim()));
  if (filter.q) conditions.push(...searchConditions(filter.q));
  for (const bears of filter.has ?? []) conditions.push(has(ctx, caseId, blind, bears));
  for (const misses of filter.lacks ?? []) conditions.push(lacks(ctx, caseId, blind, misses));
  conditions.push(...countConditions(ctx, caseId, blind, filter));
  return Prisma.join(conditions, " AND ");
}

/**
 * A date known roughly may lie in a stretch of time where the two overlap; an end that is open reaches any day. Written
 * as alternatives of plain comparisons, for which there are indexes.
 */
function mayLieIn(date: "reported" | "occurred", period: string): Prisma.Sql {
  const reading = parseVagueDate(period);
  if (!reading.ok) throw invalid(date, reading.message);
  const { min, max } = reading.date;
  const [on, earliest, latest] = ["on", "min", "max"].map((part) => Prisma.raw(`c.${date}_${part}`));
  return Prisma.sql`${on} IS NOT NULL
    AND (${max === null ? Prisma.sql`TRUE` : Prisma.sql`${earliest} <= ${max}::date OR ${earliest} IS NULL`})
    AND (${min === null ? Prisma.sql`TRUE` : Prisma.sql`${latest} >= ${min}::date OR ${latest} IS NULL`})`;
}

/** The place's words are among those searched, which an index knows; case aside they must stand in the place itself. */
function placeHolds(words: string): Prisma.Sql {
  const searched = searchWords(words).map((word) => Prisma.sql`c.search_text LIKE ${likePattern(word)}`);
  return Prisma.join([...searched, Prisma.sql`lower(c.place) LIKE lower(${likePattern(words)})`], " AND ");
}

function has(ctx: Ctx, caseId: string, blind: boolean, bears: Has): Prisma.Sql {
  if (bears === "conflict") return Prisma.sql`c.id IN (${claimsInConflict(ctx, caseId, blind)})`;
  const state = bears === "changedQuote" ? "changed" : "orphaned";
  return Prisma.sql`EXISTS (SELECT 1 FROM quote fq
    WHERE fq.team_id = c.team_id AND fq.claim_id = c.id AND fq.state = ${state}::quote_state)`;
}

function lacks(ctx: Ctx, caseId: string, blind: boolean, misses: Lacks): Prisma.Sql {
  if (misses === "quote") {
    return Prisma.sql`NOT EXISTS (SELECT 1 FROM quote fq WHERE fq.team_id = c.team_id AND fq.claim_id = c.id)`;
  }
  if (misses === "relation") return Prisma.sql`c.id NOT IN (${claimsRelated(ctx, caseId, blind, 1)})`;
  const grades = Prisma.sql`num_nonnulls(c.reliability, c.credibility, c.confidence)`;
  return Prisma.sql`coalesce(${seenGrade(ctx, blind, grades)}, 0) = 0`;
}

function countConditions(ctx: Ctx, caseId: string, blind: boolean, filter: ClaimFilter): Prisma.Sql[] {
  const { minRelations: min = 0, maxRelations: max } = filter;
  const conditions: Prisma.Sql[] = [];
  if (min > 0) conditions.push(Prisma.sql`c.id IN (${claimsRelated(ctx, caseId, blind, min)})`);
  if (max !== undefined) conditions.push(Prisma.sql`c.id NOT IN (${claimsRelated(ctx, caseId, blind, max + 1)})`);
  return conditions;
}

/** Every word must occur; a word such as C-12 also finds the claim of that number. */
export function searchConditions(q: string): Prisma.Sql[] {
  return searchWords(q).map((word) => {
    const number = parseClaimNumber(word);
    const occurs = Prisma.sql`c.search_text LIKE ${likePattern(word)}`;
    return number === null ? occurs : Prisma.sql`(${occurs} OR c.number = ${number})`;
  });
}
