import { listNotices } from "@/features/case/queries/notices";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../_operations/comments";

export const GET = endpoint(operations.listNotices, (ctx, { query }) => listNotices(ctx, query));
