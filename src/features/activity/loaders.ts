import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress } from "@/platform/page";
import { latestSeq, listLatestActivity, listOutletActivity } from "./queries";

/** What happened last in a case, newest first. */
export const loadLatestActivity = cache(async (team: string, caseId: string, cursor?: string) =>
  listLatestActivity(await pageCtx(team), caseId, { limit: 50, cursor }),
);

/** The history of one thing of a case: a claim, an article, a relation. */
export const loadHistory = cache(async (team: string, caseId: string, subjectId: string, cursor?: string) =>
  listLatestActivity(await pageCtx(team), caseId, { limit: 50, cursor, subjectId }),
);

/** Behind which row of a case what is rendered now begins to be old. */
export const loadLatestSeq = async (team: string, caseId: string) =>
  latestSeq(await pageCtx(team), idFromAddress(caseId));

/** What happened last to an outlet, which no case has to itself. */
export const loadOutletHistory = async (team: string, outletId: string) =>
  listOutletActivity(await pageCtx(team), outletId, 50);
