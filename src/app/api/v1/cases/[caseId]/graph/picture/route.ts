import { drawGraph } from "@/features/overview/queries/draw-graph";
import { rawEndpoint } from "@/platform/endpoint";
import { pictureResponse } from "@/platform/http/picture-response";
import * as operations from "../../../../_operations/overview";

export const GET = rawEndpoint(operations.drawGraph, async ({ ctx }, { params, query }) => {
  const { title, svg } = await drawGraph(ctx, params.caseId, query);
  return pictureResponse(svg, title, query);
});
