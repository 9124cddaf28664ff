import { readNotices } from "@/features/case/commands/read-notices";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/comments";

export const POST = endpoint(operations.readNotices, (ctx, { body }) => readNotices(ctx, body));
