import { listMatrixPairs } from "@/features/overview/queries/list-matrix-pairs";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/overview";

export const GET = endpoint(operations.listMatrixPairs, (ctx, { params, query }) =>
  listMatrixPairs(ctx, params.caseId, query),
);
