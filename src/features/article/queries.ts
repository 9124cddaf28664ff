import { z } from "zod";
import type { Block } from "@/anchoring/canonical-text";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import type { Article, ArticleSummary, ListArticles } from "./schema";

type Row = Omit<ArticleSummary, "outlet" | "createdAt" | "updatedAt"> & {
  outletId: string;
  outletName: string;
  createdAt: Date;
  updatedAt: Date;
};

const articleRows = (ctx: Ctx, where: Prisma.Sql, tail: Prisma.Sql) => db(ctx).$queryRaw<Row[]>`
  SELECT a.id::text, a.case_id::text AS "caseId", a.title, a.url, a.author, a.published_on AS "publishedOn", a.language,
         a.direction::text, a.version, a.created_at AS "createdAt", a.updated_at AS "updatedAt",
         o.id::text AS "outletId", o.name AS "outletName",
         (SELECT json_build_object('id', r.id, 'title', r.title, 'outlet', ro.name)
          FROM article r JOIN outlet ro ON ro.team_id = r.team_id AND ro.id = r.outlet_id
          WHERE r.team_id = a.team_id AND r.id = a.repeats_id) AS repeats,
         (SELECT count(*)::int FROM claim c WHERE c.team_id = a.team_id AND c.case_id = a.case_id
           AND c.article_id = a.id AND c.status <> 'retracted') AS claims
  FROM article a JOIN outlet o ON o.team_id = a.team_id AND o.id = a.outlet_id
  WHERE a.team_id = ${ctx.teamId}::uuid ${where} ${tail}`;

const present = ({ outletId, outletName, createdAt, updatedAt, ...row }: Row): ArticleSummary => ({
  ...row,
  outlet: { id: outletId, name: outletName },
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** The articles of a case, newest first. `q` finds by words of the title or the outlet's name, `outlet` its own. */
export async function listArticles(
  ctx: Ctx,
  caseId: string,
  { limit, cursor, q, outlet }: z.output<typeof ListArticles>,
): Promise<Page<ArticleSummary>> {
  await requireCase(ctx, caseId);
  const after = decodeCursor(z.tuple([z.guid()]), cursor);
  const where = [
    Prisma.sql`AND a.case_id = ${caseId}::uuid`,
    after ? Prisma.sql`AND a.id < ${after[0]}::uuid` : Prisma.empty,
    outlet ? Prisma.sql`AND a.outlet_id = ${outlet}::uuid` : Prisma.empty,
    ...(q?.trim().split(/\s+/) ?? []).filter(Boolean).map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      return Prisma.sql`AND (a.title ILIKE ${pattern} OR o.name ILIKE ${pattern})`;
    }),
  ];
  const rows = await articleRows(ctx, Prisma.join(where, " "), Prisma.sql`ORDER BY a.id DESC LIMIT ${limit + 1}`);
  const page = cutPage(rows, limit, (last) => [last.id]);
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}

export async function requireCase(ctx: Ctx, caseId: string) {
  const rows = await db(ctx).$queryRaw<unknown[]>`
    SELECT 1 FROM "case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  if (rows.length === 0) throw notFound("case");
}

/** Titles of a case's articles by id, for a filter that names them; unknown ids are absent. */
export async function listArticleTitles(
  ctx: Ctx,
  caseId: string,
  ids: string[],
): Promise<{ id: string; title: string }[]> {
  return db(ctx).$queryRaw`
    SELECT id::text, title FROM article
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND id = ANY(${ids}::uuid[])`;
}

/** With the newest version's text. */
export async function getArticle(ctx: Ctx, articleId: string): Promise<Article> {
  const [row] = await articleRows(ctx, Prisma.sql`AND a.id = ${articleId}::uuid`, Prisma.empty);
  if (!row) throw notFound("article");
  const [newest, versions] = await Promise.all([getVersion(ctx, articleId), listVersions(ctx, articleId)]);
  const { text, blocks, sha256, id: versionId } = newest;
  return { ...present(row), text, blocks, sha256, versionId, versions };
}

async function listVersions(ctx: Ctx, articleId: string): Promise<Article["versions"]> {
  const rows = await db(ctx).$queryRaw<(Omit<Article["versions"][number], "capturedAt"> & { capturedAt: Date })[]>`
    SELECT id::text, ordinal, sha256, captured_at AS "capturedAt", text IS NOT NULL AS held
    FROM article_version WHERE team_id = ${ctx.teamId}::uuid AND article_id = ${articleId}::uuid ORDER BY ordinal DESC`;
  return rows.map((row) => ({ ...row, capturedAt: row.capturedAt.toISOString() }));
}

export type Version = {
  id: string;
  articleId: string;
  caseId: string;
  ordinal: number;
  text: string | null;
  blocks: Block[];
  sha256: string | null;
};

/** One version of an article; unless named, the newest whose text is held. */
export async function getVersion(ctx: Ctx, articleId: string, versionId?: string): Promise<Version> {
  const which = versionId ? Prisma.sql`AND v.id = ${versionId}::uuid` : Prisma.empty;
  const [row] = await db(ctx).$queryRaw<Version[]>`
    SELECT v.id::text, v.article_id::text AS "articleId", a.case_id::text AS "caseId", v.ordinal, v.text, v.blocks, v.sha256
    FROM article_version v JOIN article a ON a.team_id = v.team_id AND a.id = v.article_id
    WHERE v.team_id = ${ctx.teamId}::uuid AND v.article_id = ${articleId}::uuid ${which}
    ORDER BY (v.text IS NOT NULL) DESC, v.ordinal DESC LIMIT 1`;
  if (!row) throw notFound(versionId ? "version of the article" : "article");
  return row;
}
