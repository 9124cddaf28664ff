import { listImportRows } from "@/features/sheet/queries/list-import-rows";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/sheet";

export const GET = endpoint(operations.listImportRows, (ctx, { params, query }) =>
  listImportRows(ctx, params.importId, query),
);
