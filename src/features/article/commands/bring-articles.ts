import type { VagueDate } from "@/dates/vague-date";
import { recordActivities } from "@/features/activity/commands/record-activities";
import { bringOutlets } from "@/features/outlet/commands/bring-outlets";
import type { TxCtx } from "@/platform/context";
import { forbidden, notFound } from "@/platform/errors";
import { newId } from "@/platform/new-id";
import { canAddArticle } from "../policy";
import { publishedColumns } from "./published-columns";
import { readLanguage } from "./read-language";

export type Brought = {
  title: string;
  outlet: string;
  url: string | null;
  author: string | null;
  publishedOn: VagueDate | null;
  language: string | null;
  /** The hashes of its versions, oldest first; null for a version of which nothing is known. */
  hashes: (string | null)[];
};

export type BroughtArticle = { id: string; versions: Map<string | null, string> };

/**
 * Adds articles that a sheet names without their text. Where the team holds a text with the sheet's hash, in whichever
 * case, the version gets it; else it waits for it. The case is locked already.
 */
export async function bringArticles(
  ctx: TxCtx,
  caseId: string,
  brought: readonly Brought[],
): Promise<BroughtArticle[]> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const outlets = await bringOutlets(ctx, [...new Set(brought.map(({ outlet }) => outlet))]);
  const beginnings = await findBeginnings(
    ctx,
    brought.flatMap(({ hashes }) => hashes),
  );
  const rows = brought.map(({ outlet, publishedOn, language, hashes, ...named }) => {
    const beginning = hashes.flatMap((sha256) => (sha256 && beginnings.get(sha256)) || []).at(-1);
    return {
      ...named,
      id: newId(),
      outletId: outlets.get(outlet)?.id,
      ...publishedColumns(publishedOn),
      ...readLanguage(language, beginning ?? ""),
    };
  });
  await ctx.tx.$executeRaw`
    INSERT INTO article (team_id, id, case_id, outlet_id, title, url, author, published_on, published_on_words,
                         published_min, published_max, language, direction, created_by_id)
    SELECT ${ctx.teamId}::uuid, x.id, ${caseId}::uuid, x."outletId", x.title, x.url, x.author, x."publishedOn",
           x."publishedOnWords", x."publishedMin", x."publishedMax", x.language, x.direction, ${ctx.actor.userId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, "outletId" uuid, title text, url text, author text, "publishedOn" text, "publishedOnWords" text,
      "publishedMin" date, "publishedMax" date, language text, direction direction)`;
  const articles = rows.map(({ id }, index) => ({ id, hashes: brought[index]?.hashes ?? [], after: 0 }));
  const versions = await insertVersions(ctx, articles);
  await recordActivities(
    ctx,
    caseId,
    rows.map(({ id, title, url, author, publishedOn }, index) => ({
      verb: "article.added",
      subject: { type: "article" as const, id, label: title },
      after: {
        title,
        outlet: outlets.get(brought[index]?.outlet ?? "")?.name ?? null,
        url,
        author,
        publishedOn,
        sha256: brought[index]?.hashes.at(-1) ?? null,
      },
    })),
  );
  return versions;
}

/** Adds to an article a version that a sheet names by its hash; its id. The case is locked already. */
export async function bringVersion(ctx: TxCtx, caseId: string, articleId: string, sha256: string): Promise<string> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const [article] = await ctx.tx.$queryRaw<{ title: string; ordinal: number }[]>`
    UPDATE article a SET version = a.version + 1, updated_at = now()
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${caseId}::uuid AND a.id = ${articleId}::uuid
    RETURNING a.title, (SELECT coalesce(max(v.ordinal), 0)::int FROM article_version v
                        WHERE v.team_id = a.team_id AND v.article_id = a.id) AS ordinal`;
  if (!article) throw notFound("article");
  const [made] = await insertVersions(ctx, [{ id: articleId, hashes: [sha256], after: article.ordinal }]);
  const subject = { type: "article" as const, id: articleId, label: article.title };
  const after = { sha256, ordinal: article.ordinal + 1 };
  await recordActivities(ctx, caseId, [{ verb: "article.version_added", subject, after }]);
  return made?.versions.get(sha256) ?? "";
}

/** The beginnings of texts that this team holds, by hash: enough to tell the language by. */
async function findBeginnings(ctx: TxCtx, hashes: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(hashes.filter((sha256) => sha256 !== null))];
  const rows = await ctx.tx.$queryRaw<{ sha256: string; beginning: string }[]>`
    SELECT DISTINCT ON (sha256) sha256, left(text, 5000) AS beginning FROM article_version
    WHERE team_id = ${ctx.teamId}::uuid AND sha256 = ANY(${wanted}::text[]) AND text IS NOT NULL`;
  return new Map(rows.map(({ sha256, beginning }) => [sha256, beginning]));
}

type Versioned = {
  id: string;
  hashes: (string | null)[] /** The ordinal of its newest version so far. */;
  after: number;
};

async function insertVersions(ctx: TxCtx, articles: readonly Versioned[]): Promise<BroughtArticle[]> {
  const rows = articles.flatMap(({ id, hashes, after }) =>
    hashes.map((sha256, index) => ({ id: newId(), articleId: id, ordinal: after + index + 1, sha256 })),
  );
  await ctx.tx.$executeRaw`
    INSERT INTO article_version (team_id, id, article_id, ordinal, sha256, captured_by_id, text, blocks)
    SELECT ${ctx.teamId}::uuid, x.id, x."articleId", x.ordinal, x.sha256, ${ctx.actor.userId}::uuid, held.text,
           coalesce(held.blocks, '[]')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, "articleId" uuid, ordinal int, sha256 text)
    LEFT JOIN LATERAL (
      SELECT v.text, v.blocks FROM article_version v
      WHERE v.team_id = ${ctx.teamId}::uuid AND v.sha256 = x.sha256 AND v.text IS NOT NULL LIMIT 1) held ON TRUE`;
  return articles.map(({ id }) => ({
    id,
    versions: new Map(rows.filter(({ articleId }) => articleId === id).map((row) => [row.sha256, row.id])),
  }));
}
