import { writeImport } from "@/features/sheet/commands/change-import";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/sheet";

export const POST = endpoint(operations.writeImport, (ctx, { params, version }) =>
  writeImport(ctx, { ...params, version }),
);
