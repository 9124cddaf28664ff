import { listNotices } from "@/features/case/queries/notices";
import { refreshOwnConflicts } from "@/features/conflict/commands/refresh-conflicts";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../_operations/comments";

export const GET = endpoint(operations.listNotices, async (ctx, { query }) => {
  await refreshOwnConflicts(ctx);
  return listNotices(ctx, query);
});
