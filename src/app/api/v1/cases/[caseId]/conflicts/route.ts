import { listConflicts } from "@/features/conflict/queries/list-conflicts";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/conflicts";

export const GET = endpoint(operations.listConflicts, (ctx, { params, query }) =>
  listConflicts(ctx, params.caseId, query),
);
