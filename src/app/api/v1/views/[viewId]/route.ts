import { changeView } from "@/features/sheet/commands/change-view";
import { removeView } from "@/features/sheet/commands/remove-view";
import { getSavedView } from "@/features/sheet/queries/saved-views";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/views";

export const GET = endpoint(operations.getView, (ctx, { params }) => getSavedView(ctx, params.viewId));

export const PATCH = endpoint(operations.changeView, (ctx, { params, body }) =>
  changeView(ctx, { ...body, ...params }),
);

export const DELETE = endpoint(operations.removeView, (ctx, { params, version }) =>
  removeView(ctx, { ...params, version }),
);
