import { drawTimeline } from "@/features/overview/queries/draw-timeline";
import { rawEndpoint } from "@/platform/endpoint";
import { pictureResponse } from "@/platform/http/picture-response";
import * as operations from "../../../../_operations/overview";

export const GET = rawEndpoint(operations.drawTimeline, async ({ ctx }, { params, query }) => {
  const { title, svg } = await drawTimeline(ctx, params.caseId, query);
  return pictureResponse(svg, title, query);
});
