import { addComment } from "@/features/comment/commands/add-comment";
import { listComments } from "@/features/comment/queries";
import { claimsBeside } from "@/features/conflict/queries/claims-beside";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/comments";

export const GET = endpoint(operations.listComments, async (ctx, { params, query }) =>
  listComments(ctx, params.caseId, query, query.on === "conflict" ? await claimsBeside(ctx, query.id) : [query.id]),
);

export const POST = endpoint(operations.addComment, (ctx, { params, body }) => addComment(ctx, { ...params, ...body }));
