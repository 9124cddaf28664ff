import { changeOutlet } from "@/features/outlet/commands/change-outlet";
import { getOutlet } from "@/features/outlet/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/outlets";

export const GET = endpoint(operations.getOutlet, (ctx, { params }) => getOutlet(ctx, params.outletId));

export const PATCH = endpoint(operations.changeOutlet, (ctx, { params, body }) =>
  changeOutlet(ctx, { ...body, ...params }),
);
