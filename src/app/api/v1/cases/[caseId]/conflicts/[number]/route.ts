import { getConflict } from "@/features/conflict/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/conflicts";

export const GET = endpoint(operations.getConflict, (ctx, { params }) =>
  getConflict(ctx, params.caseId, params.number),
);
