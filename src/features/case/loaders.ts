import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { getCase, listCases } from "./queries";

export const loadCases = cache(async (team: string, cursor?: string) =>
  listCases(await pageCtx(team), { limit: 50, cursor }),
);

export const loadCase = cache(async (team: string, caseId: string) =>
  orNotFoundPage(getCase(await pageCtx(team), idFromAddress(caseId))),
);
