import { getExport } from "@/features/sheet/queries/exports";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/sheet";

export const GET = endpoint(operations.getExport, (ctx, { params }) => getExport(ctx, params.exportId));
