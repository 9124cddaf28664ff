import { listSuspicions } from "@/features/conflict/queries/suspicions";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/origins";

export const GET = endpoint(operations.listSuspicions, (ctx, { params, query }) =>
  listSuspicions(ctx, params.caseId, query),
);
