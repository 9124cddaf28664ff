import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { findOutlets } from "@/features/outlet/queries";
import { type Ctx, db, type TxCtx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { openOutletBook, outletNames } from "../rules/outlet-book";
import type { Row } from "../rules/row";
import type { Grade, Known, KnownArticle, NamedClaim, OwnJudgement, World } from "../rules/world";
import { relationColumns } from "../schema";
import { READ_AS_USUAL, READ_WHOLE, type SheetRecord, selectSheet, textOf } from "./sheet-rows";

/** All that the case holds and these rows touch, in a fixed number of queries. */
export async function findWorld(ctx: TxCtx, caseId: string, rows: readonly Row[]): Promise<World> {
  const { blind } = await getCase(ctx, caseId);
  await ctx.tx.$executeRawUnsafe(READ_WHOLE);
  const claims = await findKnown(ctx, caseId, blind, rows);
  const [named, articles, numbers, judgements] = await Promise.all([
    findNamed(ctx, caseId, rows),
    findArticles(ctx, caseId, rows),
    findNumbers(ctx, caseId, rows),
    findJudgements(ctx, caseId, claims),
  ]);
  await ctx.tx.$executeRawUnsafe(READ_AS_USUAL);
  const names = new Set(outletNames(rows));
  for (const { outlet } of articles) names.add(outlet);
  for (const { text } of claims) if (text.article_outlet) names.add(text.article_outlet);
  const outlets = openOutletBook(rows, await findOutlets(ctx, [...names]));
  return { claims, named, articles, outlets, ...numbers, judgements };
}

const given = <T>(rows: readonly Row[], value: (row: Row) => T | undefined): T[] => [
  ...new Set(rows.flatMap((row) => value(row) ?? [])),
];

type KnownRecord = SheetRecord & {
  number: number;
  retracted: boolean;
  imported_id: string | null;
  quoted_version_id: string | null;
  article_id: string | null;
} & Record<`own_${Grade}`, string | null>;

/** Claims that a row may mean: by id, by number, by the id an earlier sheet gave them, or because they say the same. */
async function findKnown(ctx: Ctx, caseId: string, blind: boolean, rows: readonly Row[]): Promise<Known[]> {
  const ids = given(rows, ({ cells }) => cells.id?.value);
  const numbers = given(rows, ({ cells }) => (cells.id ? undefined : cells.claim?.value));
  const statements = given(rows, ({ cells }) => cells.statement?.value);
  const guids = ids.filter((id) => z.guid().safeParse(id).success);
  const records = await db(ctx).$queryRaw<KnownRecord[]>(
    selectSheet(ctx, {
      caseId,
      blind,
      where: Prisma.sql`(c.id = ANY(${guids}::uuid[]) OR c.imported_id = ANY(${ids}::text[])
        OR c.number = ANY(${numbers}::int[]) OR c.statement = ANY(${statements}::text[]))`,
      order: Prisma.sql`ORDER BY c.number`,
      more: Prisma.sql`, c.number, c.status = 'retracted' AS retracted, c.imported_id,
        q.version_id::text AS quoted_version_id, c.article_id::text AS article_id,
        own.reliability::text AS own_reliability, own.credibility::text AS own_credibility,
        own.confidence::text AS own_confidence`,
    }),
  );
  return records.map(asKnown);
}

function asKnown(record: KnownRecord): Known {
  return {
    id: record.id ?? "",
    number: record.number,
    version: Number(record.version),
    retracted: record.retracted,
    importedId: record.imported_id,
    text: textOf(record),
    extra: record.extra,
    quotedVersionId: record.quoted_version_id,
    articleId: record.article_id,
    own: {
      reliability: record.own_reliability ?? "",
      credibility: record.own_credibility ?? "",
      confidence: record.own_confidence ?? "",
    },
  };
}

async function findNamed(ctx: Ctx, caseId: string, rows: readonly Row[]): Promise<Map<number, NamedClaim>> {
  const numbers = new Set<number>();
  for (const { cells } of rows) {
    for (const column of relationColumns) for (const number of cells[column]?.value ?? []) numbers.add(number);
  }
  const found = await db(ctx).$queryRaw<NamedClaim[]>`
    SELECT id::text, number, status = 'retracted' AS retracted FROM claim
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND number = ANY(${[...numbers]}::int[])`;
  return new Map(found.map((claim) => [claim.number, claim]));
}

function findArticles(ctx: Ctx, caseId: string, rows: readonly Row[]): Promise<KnownArticle[]> {
  const urls = given(rows, ({ cells }) => cells.article_url?.value);
  const titles = given(rows, ({ cells }) => cells.article?.value);
  return db(ctx).$queryRaw<KnownArticle[]>`
    SELECT a.id::text, a.title, o.name AS outlet, coalesce(a.url, '') AS url, coalesce(a.author, '') AS author,
      coalesce(a.published_on, '') AS "publishedOn", a.language,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', v.id, 'sha256', v.sha256, 'held', v.text IS NOT NULL)
                                 ORDER BY v.ordinal DESC)
                FROM article_version v WHERE v.team_id = a.team_id AND v.article_id = a.id), '[]') AS versions
    FROM article a JOIN outlet o ON o.team_id = a.team_id AND o.id = a.outlet_id
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${caseId}::uuid
      AND (a.url = ANY(${urls}::text[]) OR a.title = ANY(${titles}::text[])) ORDER BY a.id`;
}

async function findNumbers(
  ctx: Ctx,
  caseId: string,
  rows: readonly Row[],
): Promise<Pick<World, "taken" | "nextNumber">> {
  const wished = given(rows, ({ cells }) => cells.claim?.value);
  const [taken, [next]] = await Promise.all([
    db(ctx).$queryRaw<{ number: number }[]>`
      SELECT number FROM claim WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid
        AND number = ANY(${wished}::int[])`,
    db(ctx).$queryRaw<{ number: number }[]>`
      SELECT next_claim_number AS number FROM "case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`,
  ]);
  return { taken: new Set(taken.map(({ number }) => number)), nextNumber: next?.number ?? 1 };
}

function findJudgements(ctx: Ctx, caseId: string, claims: readonly Known[]): Promise<OwnJudgement[]> {
  const ids = claims.map(({ id }) => id);
  return db(ctx).$queryRaw<OwnJudgement[]>`
    SELECT r.id::text AS "relationId", j.kind::text,
      (CASE WHEN j.reversed THEN r.to_claim_id ELSE r.from_claim_id END)::text AS "from",
      (CASE WHEN j.reversed THEN r.from_claim_id ELSE r.to_claim_id END)::text AS "to"
    FROM relation r JOIN judgement j ON j.team_id = r.team_id AND j.relation_id = r.id
    WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND j.user_id = ${ctx.actor.userId}::uuid
      AND (r.from_claim_id = ANY(${ids}::uuid[]) OR r.to_claim_id = ANY(${ids}::uuid[]))`;
}
