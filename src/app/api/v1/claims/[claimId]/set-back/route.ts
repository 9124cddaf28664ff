import { setBackClaim } from "@/features/claim/commands/set-back-claim";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/claims";

export const POST = endpoint(operations.setBackClaim, (ctx, { params, body }) =>
  setBackClaim(ctx, { ...params, ...body }),
);
