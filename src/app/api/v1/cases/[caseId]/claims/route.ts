import { recordClaim } from "@/features/claim/commands/record-claim";
import { listClaims } from "@/features/claim/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/claims";

export const GET = endpoint(operations.listClaims, (ctx, { params, query }) => listClaims(ctx, params.caseId, query));

export const POST = endpoint(operations.recordClaim, (ctx, { params, body }) =>
  recordClaim(ctx, { ...body, ...params }),
);
