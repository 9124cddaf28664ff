import { notFound as notFoundPage } from "next/navigation";
import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { getArticle, listArticles, listArticleTitles } from "./queries";

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
