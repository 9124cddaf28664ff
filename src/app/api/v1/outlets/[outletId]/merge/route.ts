import { mergeOutlet } from "@/features/outlet/commands/merge-outlet";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/outlets";

export const POST = endpoint(operations.mergeOutlet, (ctx, { params, body }) =>
  mergeOutlet(ctx, { ...body, ...params }),
);
