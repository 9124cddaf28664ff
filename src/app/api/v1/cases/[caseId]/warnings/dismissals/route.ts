import { dismissWarning } from "@/features/conflict/commands/dismiss-warning";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/warnings";

export const POST = endpoint(operations.dismissWarning, (ctx, { params, body }) =>
  dismissWarning(ctx, { ...body, ...params }),
);
