import { splitOutlet } from "@/features/outlet/commands/split-outlet";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/outlets";

export const POST = endpoint(operations.splitOutlet, (ctx, { params, body }) =>
  splitOutlet(ctx, { ...body, ...params }),
);
