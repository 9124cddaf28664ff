import { restoreComment } from "@/features/comment/commands/change-comment";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/comments";

export const POST = endpoint(operations.restoreComment, (ctx, { params }) => restoreComment(ctx, params));
