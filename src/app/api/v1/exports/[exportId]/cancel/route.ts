import { cancelExport } from "@/features/sheet/commands/cancel-export";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/sheet";

export const POST = endpoint(operations.cancelExport, (ctx, { params }) => cancelExport(ctx, params));
