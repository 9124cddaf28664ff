import { outletMatrix } from "@/features/relation/queries/outlet-matrix";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/conflicts";

export const GET = endpoint(operations.getMatrix, (ctx, { params }) => outletMatrix(ctx, params.caseId));
