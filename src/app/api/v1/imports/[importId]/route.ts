import { getImport } from "@/features/sheet/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/sheet";

export const GET = endpoint(operations.getImport, (ctx, { params }) => getImport(ctx, params.importId));
