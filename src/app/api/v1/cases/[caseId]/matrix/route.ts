import { outletMatrix } from "@/features/overview/queries/outlet-matrix";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/overview";

export const GET = endpoint(operations.getMatrix, (ctx, { params, query }) => outletMatrix(ctx, params.caseId, query));
