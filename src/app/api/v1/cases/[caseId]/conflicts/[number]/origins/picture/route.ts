import { drawOrigins } from "@/features/overview/queries/draw-origins";
import { rawEndpoint } from "@/platform/endpoint";
import { pictureResponse } from "@/platform/http/picture-response";
import * as operations from "../../../../../../_operations/origins";

export const GET = rawEndpoint(operations.drawOrigins, async ({ ctx }, { params, query }) => {
  const { title, svg } = await drawOrigins(ctx, { ...params, theme: query.theme });
  return pictureResponse(svg, title, query);
});
