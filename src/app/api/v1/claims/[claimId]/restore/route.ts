import { restoreClaim } from "@/features/claim/commands/restore-claim";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/claims";

export const POST = endpoint(operations.restoreClaim, (ctx, { params, version }) =>
  restoreClaim(ctx, { ...params, version }),
);
