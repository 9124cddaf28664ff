import { notFound as notFoundPage } from "next/navigation";
import { cache } from "react";
import { compareTexts } from "@/anchoring/compare-texts";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { canAddArticle } from "./policy";
import { getArticle, getVersion, listArticles, listArticleTitles } from "./queries";
import { listCustody } from "./queries/custody";
import { listIntakes } from "./queries/intakes";
import type { Article } from "./schema";

export const loadArticles = cache(
  async (team: string, caseId: string, q?: string, cursor?: string, outlet?: string) => {
    const wanted = { limit: 50, q, cursor, outlet: outlet && idFromAddress(outlet) };
    return orNotFoundPage(listArticles(await pageCtx(team), idFromAddress(caseId), wanted));
  },
);

export const loadArticleTitles = async (team: string, caseId: string, ids: string[]) =>
  ids.length === 0 ? [] : listArticleTitles(await pageCtx(team), idFromAddress(caseId), ids);

/** An article of this case, with its text. */
export const loadArticle = cache(async (team: string, caseId: string, articleId: string) => {
  const article = await orNotFoundPage(getArticle(await pageCtx(team), idFromAddress(articleId)));
  return article.caseId === caseId ? article : notFoundPage();
});

/** The caller's own sources that are not saved yet; with `articleId` those for a newer version of it. */
export async function loadIntakes(team: string, caseId: string, articleId?: string) {
  const ctx = await pageCtx(team);
  return canAddArticle(ctx.actor) ? listIntakes(ctx, idFromAddress(caseId), articleId ?? null) : [];
}

export const loadCustody = async (team: string, articleId: string) =>
  listCustody(await pageCtx(team), idFromAddress(articleId));

/** What changed between two versions, by their ordinals; the newest and the one before it, unless they are named. */
export async function loadComparison(team: string, { id, versions }: Article, from?: string, to?: string) {
  const held = versions.filter((version) => version.held);
  const named = (ordinal: string | undefined) => held.find((version) => String(version.ordinal) === ordinal);
  const newer = named(to) ?? held[0];
  const older = named(from) ?? held.find(({ ordinal }) => newer !== undefined && ordinal < newer.ordinal);
  if (!newer || !older || newer.id === older.id) return null;
  const ctx = await pageCtx(team);
  const [a, b] = await Promise.all([getVersion(ctx, id, older.id), getVersion(ctx, id, newer.id)]);
  const found = compareTexts({ text: a.text ?? "", blocks: a.blocks }, { text: b.text ?? "", blocks: b.blocks });
  return { from: older.ordinal, to: newer.ordinal, found };
}
