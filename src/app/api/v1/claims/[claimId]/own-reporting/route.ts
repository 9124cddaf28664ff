import { markOwnReporting } from "@/features/conflict/commands/mark-own-reporting";
import { unmarkOwnReporting } from "@/features/conflict/commands/unmark-own-reporting";
import { getOwnReporting } from "@/features/conflict/queries/own-reporting";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/origins";

export const GET = endpoint(operations.getOwnReporting, (ctx, { params }) => getOwnReporting(ctx, params.claimId));

export const PUT = endpoint(operations.markOwnReporting, (ctx, { params, body }) =>
  markOwnReporting(ctx, { ...body, ...params }),
);

export const DELETE = endpoint(operations.unmarkOwnReporting, (ctx, { params }) => unmarkOwnReporting(ctx, params));
