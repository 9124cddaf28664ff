import { outlineSheet } from "@/features/sheet/queries/outline";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/sheet";

export const GET = endpoint(operations.outlineSheet, (ctx, { params, query }) =>
  outlineSheet(ctx, params.caseId, query),
);
