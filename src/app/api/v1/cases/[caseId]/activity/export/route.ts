import { Readable } from "node:stream";
import { exportHistory } from "@/features/activity/queries/history-record";
import { rawEndpoint } from "@/platform/endpoint";
import { attachment } from "@/platform/http/attachment";
import * as operations from "../../../../_operations/activity";

export const GET = rawEndpoint(operations.exportHistory, async ({ ctx }, { params }) => {
  const lines = await exportHistory(ctx, params.caseId);
  return new Response(Readable.toWeb(lines) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Content-Disposition": attachment("history", "ndjson"),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
