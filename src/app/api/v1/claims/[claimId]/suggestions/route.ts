import { suggestClaims } from "@/features/claim/queries/counterparts";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/claims";

export const GET = endpoint(operations.suggestClaims, async (ctx, { params, query }) => ({
  items: await suggestClaims(ctx, params.claimId, query.limit),
}));
