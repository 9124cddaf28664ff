import { reopenThread, resolveThread } from "@/features/comment/commands/change-comment";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/comments";

export const PUT = endpoint(operations.resolveThread, (ctx, { params }) => resolveThread(ctx, params));

export const DELETE = endpoint(operations.reopenThread, (ctx, { params }) => reopenThread(ctx, params));
