import { notFound as notFoundPage } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { pageCtx } from "@/platform/auth/session";
import { AppError } from "@/platform/errors";
import { getArticle, listArticles } from "./queries";

export const loadArticles = cache(async (team: string, caseId: string, q?: string, cursor?: string) =>
  listArticles(await pageCtx(team), caseId, { limit: 50, q, cursor }),
);

/** An article of this case, with its text. */
export const loadArticle = cache(async (team: string, caseId: string, articleId: string) => {
  const ctx = await pageCtx(team);
  if (!z.guid().safeParse(articleId).success) notFoundPage();
  try {
    const article = await getArticle(ctx, articleId);
    return article.caseId === caseId ? article : notFoundPage();
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFoundPage();
    throw error;
  }
});
