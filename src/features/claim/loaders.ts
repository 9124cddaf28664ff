import { notFound as notFoundPage } from "next/navigation";
import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { AppError } from "@/platform/errors";
import { idFromAddress } from "@/platform/page";
import { claimsOfArticle, findNeighbours, getClaimOfCase, listTags } from "./queries";
import { findCounterparts } from "./queries/counterparts";
import { countQuotesToReview, reviewQuotes } from "./queries/quote-review";

/** Where `[` and `]` lead from a claim. */
export const loadNeighbours = cache(async (team: string, caseId: string, number: number) =>
  findNeighbours(await pageCtx(team), idFromAddress(caseId), number),
);

/** A claim of this case by its id or number. */
export const loadClaim = cache(async (team: string, caseId: string, idOrNumber: string) => {
  const ctx = await pageCtx(team);
  return orNotFound(() => getClaimOfCase(ctx, idFromAddress(caseId), idOrNumber));
});

export const loadClaimsOfArticle = cache(async (team: string, articleId: string) =>
  claimsOfArticle(await pageCtx(team), articleId),
);

export const loadTags = cache(async (team: string, caseId: string) =>
  listTags(await pageCtx(team), idFromAddress(caseId)),
);

export const loadQuoteReview = async (team: string, articleId: string, language: string) =>
  reviewQuotes(await pageCtx(team), idFromAddress(articleId), language);

export const countQuoteReview = async (team: string, articleId: string) =>
  countQuotesToReview(await pageCtx(team), idFromAddress(articleId));

/** The claims most likely about the same thing as one. */
export const loadCounterparts = async (team: string, claimId: string) =>
  findCounterparts(await pageCtx(team), idFromAddress(claimId));

async function orNotFound<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFoundPage();
    throw error;
  }
}
