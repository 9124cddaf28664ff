import { cancelImport } from "@/features/sheet/commands/change-import";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/sheet";

export const POST = endpoint(operations.cancelImport, (ctx, { params, version }) =>
  cancelImport(ctx, { ...params, version }),
);
