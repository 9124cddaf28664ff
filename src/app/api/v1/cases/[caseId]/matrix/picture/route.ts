import { drawMatrix } from "@/features/overview/queries/draw-matrix";
import { rawEndpoint } from "@/platform/endpoint";
import { pictureResponse } from "@/platform/http/picture-response";
import * as operations from "../../../../_operations/overview";

export const GET = rawEndpoint(operations.drawMatrix, async ({ ctx }, { params, query }) => {
  const { title, svg } = await drawMatrix(ctx, params.caseId, query);
  return pictureResponse(svg, title, query);
});
