import { assignConflict } from "@/features/conflict/commands/assign-conflict";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../../_operations/conflicts";

export const PUT = endpoint(operations.assignConflict, (ctx, { params, body }) =>
  assignConflict(ctx, { ...params, ...body }),
);
