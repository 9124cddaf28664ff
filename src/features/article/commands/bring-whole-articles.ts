import type { VagueDate } from "@/dates/vague-date";
import { recordActivities } from "@/features/activity/commands/record-activities";
import type { TxCtx } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canAddArticle } from "../policy";
import { directionOf } from "../rules/direction";
import type { Article } from "../schema";
import { publishedColumns } from "./published-columns";

export type WholeArticle = {
  id: string;
  title: string;
  outletId: string;
  url: string | null;
  author: string | null;
  publishedOn: VagueDate | null;
  language: string;
  addedBy: string;
  addedAt: string;
  /** Oldest first. */
  versions: {
    id: string;
    sha256: string | null;
    text: string | null;
    blocks: Article["blocks"];
    capturedBy: string;
    capturedAt: string;
  }[];
};

/** Stores articles of a file from elsewhere with their texts, by the ids and people given. The case is locked already. */
export async function bringWholeArticles(ctx: TxCtx, caseId: string, articles: readonly WholeArticle[]): Promise<void> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const rows = articles.map(({ versions, publishedOn, ...article }) => ({
    ...article,
    ...publishedColumns(publishedOn),
    direction: directionOf(article.language, versions.at(-1)?.text ?? ""),
  }));
  await ctx.tx.$executeRaw`
    INSERT INTO article (team_id, id, case_id, outlet_id, title, url, author, published_on, published_on_words,
                         published_min, published_max, language, direction, created_by_id, created_at)
    SELECT ${ctx.teamId}::uuid, x.id, ${caseId}::uuid, x."outletId", x.title, x.url, x.author, x."publishedOn",
           x."publishedOnWords", x."publishedMin", x."publishedMax", x.language, x.direction, x."addedBy", x."addedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, "outletId" uuid, title text, url text, author text, "publishedOn" text, "publishedOnWords" text,
      "publishedMin" date, "publishedMax" date, language text, direction direction, "addedBy" uuid, "addedAt" timestamptz)`;
  await insertVersions(ctx, articles);
  await recordActivities(
    ctx,
    caseId,
    articles.map(({ id, title, url, author, publishedOn, versions }) => ({
      verb: "article.added",
      subject: { type: "article" as const, id, label: title },
      after: {
        title,
        url,
        author,
        publishedOn: publishedOn?.edtf ?? null,
        sha256: versions.at(-1)?.sha256 ?? null,
        versions: versions.length,
      },
    })),
  );
}

async function insertVersions(ctx: TxCtx, articles: readonly WholeArticle[]): Promise<void> {
  const rows = articles.flatMap(({ id: articleId, versions }) =>
    versions.map((version, index) => ({ ...version, articleId, ordinal: index + 1 })),
  );
  await ctx.tx.$executeRaw`
    INSERT INTO article_version (team_id, id, article_id, ordinal, sha256, text, blocks, captured_by_id, captured_at)
    SELECT ${ctx.teamId}::uuid, x.id, x."articleId", x.ordinal, x.sha256, x.text, x.blocks, x."capturedBy", x."capturedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, "articleId" uuid, ordinal int, sha256 text, text text, blocks jsonb, "capturedBy" uuid,
      "capturedAt" timestamptz)`;
}

/** Says of brought articles which others they copy, once all are there; what is not there is not said. */
export async function bringRepeats(
  ctx: TxCtx,
  caseId: string,
  pairs: readonly { id: string; repeats: string }[],
): Promise<void> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  await ctx.tx.$executeRaw`
    UPDATE article a SET repeats_id = o.id
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS x(id uuid, repeats uuid), article o
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${caseId}::uuid AND a.id = x.id AND a.id <> x.repeats
      AND o.team_id = a.team_id AND o.case_id = a.case_id AND o.id = x.repeats`;
}
