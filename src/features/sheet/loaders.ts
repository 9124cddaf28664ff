import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { listImports } from "./queries";

/** The imports into a case, newest first. A page starts one by sending the file to the API. */
export const loadImports = cache(async (team: string, caseId: string, cursor?: string) =>
  orNotFoundPage(listImports(await pageCtx(team), idFromAddress(caseId), { limit: 50, cursor })),
);
