import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { readTimeline } from "./queries/timeline";
import type { TimelineBy } from "./schema";

/** As many rows as one looks over at once. */
const ROWS = 60;

type Look = { by: TimelineBy; from?: string | undefined; to?: string | undefined; cursor?: string | undefined };

export const loadTimeline = cache(async (team: string, caseId: string, look: Look) =>
  orNotFoundPage(readTimeline(await pageCtx(team), idFromAddress(caseId), { ...look, limit: ROWS })),
);
