import { cache } from "react";
import { pageCtx } from "@/platform/auth/session";
import { AppError } from "@/platform/errors";
import { idFromAddress, orNotFoundPage } from "@/platform/page";
import { listMatrixPairs } from "./queries/list-matrix-pairs";
import { weighedMatrix } from "./queries/outlet-matrix";
import { readTimeline } from "./queries/timeline";
import type { CountBy, ListMatrixPairs, TimelineBy } from "./schema";

/** As many rows as one looks over at once. */
const ROWS = 60;

type Look = { by: TimelineBy; from?: string | undefined; to?: string | undefined; cursor?: string | undefined };

export const loadTimeline = cache(async (team: string, caseId: string, look: Look) =>
  orNotFoundPage(readTimeline(await pageCtx(team), idFromAddress(caseId), { ...look, limit: ROWS })),
);

export const loadMatrix = cache(async (team: string, caseId: string, by: CountBy, implied: boolean) =>
  orNotFoundPage(weighedMatrix(await pageCtx(team), idFromAddress(caseId), { by, implied })),
);

/** A page of a cell's pairs. A stale cursor begins again rather than fail. */
export const loadMatrixPairs = cache(async (team: string, caseId: string, list: ListMatrixPairs) => {
  const ctx = await pageCtx(team);
  const id = idFromAddress(caseId);
  try {
    return await orNotFoundPage(listMatrixPairs(ctx, id, list));
  } catch (error) {
    if (!(error instanceof AppError && error.code === "INVALID")) throw error;
    return listMatrixPairs(ctx, id, { ...list, cursor: undefined });
  }
});
