import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress } from "@/platform/page";
import { listRelationsById, relationsOfArticle, relationsOfClaim } from "./queries";

/** For a claim's page: what it is related to, with the other claims. The page has found the claim already. */
export const loadRelationsOfClaim = cache(async (team: string, claimId: string) =>
  relationsOfClaim(await pageCtx(team), idFromAddress(claimId)),
);

/** For the reader: the same for every claim of an article. */
export const loadRelationsOfArticle = cache(async (team: string, articleId: string) =>
  relationsOfArticle(await pageCtx(team), idFromAddress(articleId)),
);

/** For a conflict: what its relations were judged and ruled to be, and why. */
export const loadRelationsById = async (team: string, ids: string[]) => listRelationsById(await pageCtx(team), ids);
