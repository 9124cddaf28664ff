import { leaveCase, markPresence } from "@/features/case/commands/mark-presence";
import { getCase } from "@/features/case/queries";
import { listPresent } from "@/features/case/queries/presence";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/presence";

export const GET = endpoint(operations.listPresent, async (ctx, { params }) => {
  await getCase(ctx, params.caseId);
  return { items: await listPresent(ctx, params.caseId), nextCursor: null };
});

export const PUT = endpoint(operations.markPresence, (ctx, { params, body }) =>
  markPresence(ctx, { ...params, ...body }),
);

export const DELETE = endpoint(operations.leaveCase, async (ctx, { params, query }) => {
  await getCase(ctx, params.caseId);
  return leaveCase(ctx, { ...params, ...query });
});
