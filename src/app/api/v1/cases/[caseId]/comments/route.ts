import { addComment } from "@/features/comment/commands/add-comment";
import { listComments } from "@/features/comment/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/comments";

export const GET = endpoint(operations.listComments, (ctx, { params, query }) =>
  listComments(ctx, params.caseId, query),
);

export const POST = endpoint(operations.addComment, (ctx, { params, body }) => addComment(ctx, { ...params, ...body }));
