import { drawRound } from "@/features/round/commands/draw-round";
import { listRounds } from "@/features/round/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/rounds";

export const GET = endpoint(operations.listRounds, async (ctx, { params }) => ({
  items: await listRounds(ctx, params.caseId),
  nextCursor: null,
}));

export const POST = endpoint(operations.drawRound, (ctx, { params, body }) => drawRound(ctx, { ...params, ...body }));
