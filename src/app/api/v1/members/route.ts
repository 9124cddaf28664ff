import { listMembers } from "@/features/team/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../_operations/account";

export const GET = endpoint(operations.listMembers, async (ctx) => ({
  items: await listMembers(ctx),
  nextCursor: null,
}));
