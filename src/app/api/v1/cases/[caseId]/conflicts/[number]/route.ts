import { getConflict } from "@/features/conflict/queries/get-conflict";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/conflicts";

export const GET = endpoint(operations.getConflict, (ctx, { params, query }) =>
  getConflict(ctx, params.caseId, params.number, query.asOf),
);
