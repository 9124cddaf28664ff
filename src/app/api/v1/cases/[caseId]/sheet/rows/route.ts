import { listGridRows } from "@/features/sheet/queries/grid-rows";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/sheet";

export const GET = endpoint(operations.listSheetRows, (ctx, { params, query }) =>
  listGridRows(ctx, params.caseId, query),
);
