import { changeClaims } from "@/features/sheet/commands/change-cells";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/sheet";

export const POST = endpoint(operations.editCells, (ctx, { params, body }) =>
  changeClaims(ctx, { ...body, ...params }),
);
