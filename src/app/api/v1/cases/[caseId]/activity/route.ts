import { listActivity } from "@/features/activity/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/activity";

export const GET = endpoint(operations.listActivity, (ctx, { params, query }) =>
  listActivity(ctx, params.caseId, query),
);
