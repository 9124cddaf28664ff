import { listExports } from "@/features/sheet/queries/exports";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/sheet";

export const GET = endpoint(operations.listExports, (ctx, { params, query }) => listExports(ctx, params.caseId, query));
