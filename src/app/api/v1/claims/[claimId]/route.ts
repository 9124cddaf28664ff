import { changeClaim } from "@/features/claim/commands/change-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { getClaim } from "@/features/claim/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/claims";

export const GET = endpoint(operations.getClaim, (ctx, { params }) => getClaim(ctx, params.claimId));

export const PATCH = endpoint(operations.changeClaim, (ctx, { params, body }) =>
  changeClaim(ctx, { ...body, ...params }),
);

export const DELETE = endpoint(operations.retractClaim, (ctx, { params, version }) =>
  retractClaim(ctx, { ...params, version }),
);
