import { readTimeline } from "@/features/overview/queries/timeline";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/overview";

export const GET = endpoint(operations.getTimeline, (ctx, { params, query }) =>
  readTimeline(ctx, params.caseId, query),
);
