import { listWarnings } from "@/features/conflict/queries/list-warnings";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/warnings";

export const GET = endpoint(operations.listWarnings, (ctx, { params, query }) =>
  listWarnings(ctx, params.caseId, query),
);
