import { placeOfClaim } from "@/features/sheet/queries/outline";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/sheet";

export const GET = endpoint(operations.placeOfClaim, (ctx, { params, query }) =>
  placeOfClaim(ctx, params.caseId, query),
);
