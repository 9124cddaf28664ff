import { z } from "zod";
import { readForMany } from "@/features/activity/queries/read-for-many";
import { ActivityNotice } from "@/features/activity/schema";
import { listPresent } from "@/features/case/queries/presence";
import { rawEndpoint } from "@/platform/endpoint";
import { type Beside, eventStream } from "@/platform/http/event-stream";
import * as operations from "../../../_operations/activity";

const presenceIn = (caseId: string): Beside => ({
  event: "presence",
  channel: "crossbearing_presence",
  concerns: (notice) => PresenceNotice.parse(JSON.parse(notice)).caseId === caseId,
  read: (ctx) => listPresent(ctx, caseId),
});

const PresenceNotice = z.object({ caseId: z.string() });

const ROWS_AT_ONCE = 100;

export const GET = rawEndpoint(operations.streamActivity, (caller, { params, query }, request) => {
  const { caseId } = params;
  const rows = {
    channel: "crossbearing_activity",
    concerns: (notice: string) => ActivityNotice.parse(JSON.parse(notice)).scopeId === caseId,
    read: (ctx: typeof caller.ctx, after: number) => readForMany(ctx, caseId, { after, limit: ROWS_AT_ONCE }),
  } as const;
  return eventStream(request, caller, query.with ? { ...rows, beside: presenceIn(caseId) } : rows, query.after ?? 0);
});
