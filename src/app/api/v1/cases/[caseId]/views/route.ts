import { saveView } from "@/features/sheet/commands/save-view";
import { listSavedViews } from "@/features/sheet/queries/saved-views";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/views";

export const GET = endpoint(operations.listViews, (ctx, { params, query }) =>
  listSavedViews(ctx, params.caseId, query),
);

export const POST = endpoint(operations.saveView, (ctx, { params, body }) => saveView(ctx, { ...body, ...params }));
