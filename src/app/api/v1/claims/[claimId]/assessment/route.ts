import { assessClaim } from "@/features/claim/commands/assess-claim";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/claims";

export const PUT = endpoint(operations.assessClaim, (ctx, { params, body }) =>
  assessClaim(ctx, { ...body, ...params }),
);
