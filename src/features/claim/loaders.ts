import { notFound as notFoundPage } from "next/navigation";
import { cache } from "react";
import type { z } from "zod";
import { pageCtx } from "@/platform/auth/session";
import { AppError } from "@/platform/errors";
import { idFromAddress } from "@/platform/page";
import { claimsOfArticle, findNeighbours, getClaimOfCase, listTags, pageClaims } from "./queries";
import { ListClaims } from "./schema";

/** A page of the sheet. What an address says wrongly is left out rather than refused: a stale link still opens. */
export const loadClaims = cache(async (team: string, caseId: string, list: z.input<typeof ListClaims>) => {
  const ctx = await pageCtx(team);
  const { cursor, ...rest } = readableParts(list);
  const id = idFromAddress(caseId);
  return orNotFound(async () => {
    try {
      return await pageClaims(ctx, id, { ...rest, cursor });
    } catch (error) {
      if (error instanceof AppError && error.code === "INVALID") return pageClaims(ctx, id, rest);
      throw error;
    }
  });
});

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

function readableParts(list: z.input<typeof ListClaims>): ListClaims {
  const whole = ListClaims.safeParse(list);
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map(({ path }) => path[0]));
  return ListClaims.parse(Object.fromEntries(Object.entries(list).filter(([field]) => !wrong.has(field))));
}

async function orNotFound<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFoundPage();
    throw error;
  }
}
