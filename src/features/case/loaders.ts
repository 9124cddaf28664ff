import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { getCase, listCases } from "./queries";
import { countUnread, listNotices } from "./queries/notices";

export const loadCases = cache(async (team: string, cursor?: string) =>
  listCases(await pageCtx(team), { limit: 50, cursor }),
);

export const loadCase = cache(async (team: string, caseId: string) =>
  orNotFoundPage(getCase(await pageCtx(team), idFromAddress(caseId))),
);

export const loadNotices = async (team: string, cursor?: string) =>
  listNotices(await pageCtx(team), { limit: 50, cursor });

/** How much in the inbox is unread. */
export const loadUnread = cache(async (team: string) => countUnread(await pageCtx(team)));
