import { editComment, retractComment } from "@/features/comment/commands/change-comment";
import { getComment } from "@/features/comment/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/comments";

export const GET = endpoint(operations.getComment, (ctx, { params }) => getComment(ctx, params.commentId));

export const PATCH = endpoint(operations.editComment, (ctx, { params, body }) =>
  editComment(ctx, { ...params, ...body }),
);

export const DELETE = endpoint(operations.retractComment, (ctx, { params }) => retractComment(ctx, params));
