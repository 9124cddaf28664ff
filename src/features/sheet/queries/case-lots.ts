import { codePointOffsets } from "@/anchoring/utf16";
import { seesRelation } from "@/features/claim/queries/visible-relations";
import type { FindingRecord } from "@/features/conflict/schema";
import { listRelationsById } from "@/features/relation/queries";
import type { Relation } from "@/features/relation/schema";
import { type Ctx, db, type TxCtx } from "@/platform/context";
import { lotsOf } from "@/platform/db/at-one-moment";
import { Prisma } from "@/platform/db/client";
import type { ReportClaim } from "../rules/report/claim-entry";
import type { ReportSource } from "../rules/report/source-block";
import { chosenClaims, fromClaims, type ReportQuery } from "./report-about";
import { readReportClaims } from "./report-claims";
import type { ReportConflicts } from "./report-conflicts";
import { readReportSources } from "./report-sources";

/*
 * What is chosen of a case as data, some at a time: for formats that machines read.
 */

const AT_ONCE = 200;

/** Where a quote stands, counted in code points. */
export type CodePoints = { start: number; end: number };
export type ChosenClaim = ReportClaim & { article: ReportSource | null; at: CodePoints | null };

export const CLAIM_ORDERS = {
  number: Prisma.sql`c.number`,
  "-number": Prisma.sql`c.number DESC`,
  reportedOn: Prisma.sql`c.reported_min NULLS LAST, c.number`,
  "-reportedOn": Prisma.sql`c.reported_min DESC NULLS LAST, c.number DESC`,
};

export async function* claimLots(ctx: TxCtx, query: ReportQuery): AsyncGenerator<ChosenClaim[]> {
  const ids = Prisma.sql`SELECT c.id::text ${fromClaims} WHERE ${chosenClaims(ctx, query)}
    ORDER BY ${CLAIM_ORDERS[query.sort]}`;
  for await (const lot of lotsOf<{ id: string }>(ctx, ids, AT_ONCE)) {
    const claims = await readReportClaims(
      ctx,
      lot.map(({ id }) => id),
      query.blind,
    );
    const articles = claims.flatMap(({ claim }) => claim.article?.id ?? []);
    const sources = await readReportSources(ctx, [...new Set(articles)]);
    const places = await codePointsOf(ctx, claims);
    yield claims.map((each) => ({
      ...each,
      article: sources.get(each.claim.article?.id ?? "") ?? null,
      at: places.get(each.claim.id) ?? null,
    }));
  }
}

/**
 * Quotes' places in code points. Where a text has no character beyond 16 bits both counts are the same; only the others
 * are read, one at a time.
 */
async function codePointsOf(ctx: Ctx, claims: ReportClaim[]): Promise<Map<string, CodePoints>> {
  const versions = [...new Set(claims.flatMap(({ claim }) => claim.quote?.versionId ?? []))];
  const wide = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT id::text FROM article_version WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${versions}::uuid[])
      AND text ~ '[\U00010000-\U0010ffff]'`;
  const counters = new Map<string, (offset: number) => number>();
  for (const { id } of wide) {
    const [row] = await db(ctx).$queryRaw<{ text: string }[]>`
      SELECT text FROM article_version WHERE team_id = ${ctx.teamId}::uuid AND id = ${id}::uuid`;
    if (row) counters.set(id, codePointOffsets(row.text).toCodePoints);
  }
  return new Map(
    claims.flatMap(({ claim: { id, quote } }): [string, CodePoints][] => {
      if (!quote || quote.start === null || quote.end === null) return [];
      const count = counters.get(quote.versionId) ?? ((offset: number) => offset);
      return [[id, { start: count(quote.start), end: count(quote.end) }]];
    }),
  );
}

const standing = (ctx: Ctx, { caseId, blind }: ReportQuery) => Prisma.sql`
  FROM relation r WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid
    AND r.standing IS NOT NULL AND ${seesRelation(ctx, blind)}`;

/** Standing relations that the caller may see, of which both claims are chosen. */
export async function* relationLots(ctx: TxCtx, query: ReportQuery): AsyncGenerator<Relation[]> {
  const ids = Prisma.sql`WITH chosen AS MATERIALIZED (SELECT c.id ${fromClaims} WHERE ${chosenClaims(ctx, query)})
    SELECT r.id::text ${standing(ctx, query)}
      AND r.from_claim_id IN (SELECT id FROM chosen) AND r.to_claim_id IN (SELECT id FROM chosen) ORDER BY r.id`;
  for await (const lot of lotsOf<{ id: string }>(ctx, ids, AT_ONCE)) {
    const relations = await listRelationsById(
      ctx,
      lot.map(({ id }) => id),
    );
    yield relations.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** How many relations lead from a chosen claim to one that the filter leaves out. */
export async function countLeading(ctx: Ctx, query: ReportQuery): Promise<number> {
  const [row] = await db(ctx).$queryRaw<{ count: number }[]>`
    WITH chosen AS MATERIALIZED (SELECT c.id ${fromClaims} WHERE ${chosenClaims(ctx, query)})
    SELECT count(*)::int AS count ${standing(ctx, query)}
      AND (r.from_claim_id IN (SELECT id FROM chosen)) <> (r.to_claim_id IN (SELECT id FROM chosen))`;
  return row?.count ?? 0;
}

/** What was found on the conflicts, each once; drafts are the team's own. */
export async function* findingLots({ pages }: ReportConflicts): AsyncGenerator<FindingRecord[]> {
  const told = new Set<string>();
  for await (const page of pages()) {
    const found = page.flatMap(({ findings }) =>
      findings.filter(({ id, status }) => status !== "draft" && !told.has(id)),
    );
    for (const { id } of found) told.add(id);
    yield [...new Map(found.map((finding) => [finding.id, finding])).values()];
  }
}
