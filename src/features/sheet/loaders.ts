import { cache } from "react";
import type { ClaimFilter } from "@/features/claim/schema";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { listImports } from "./queries";
import { countClaims } from "./queries/count-claims";

/** The imports into a case, newest first. A page starts one by sending the file to the API. */
export const loadImports = cache(async (team: string, caseId: string, cursor?: string) =>
  orNotFoundPage(listImports(await pageCtx(team), idFromAddress(caseId), { limit: 50, cursor })),
);

/** How many claims an export with this filter would hold. */
export const loadExportCount = async (team: string, caseId: string, filter: ClaimFilter) =>
  orNotFoundPage(countClaims(await pageCtx(team), idFromAddress(caseId), filter));
