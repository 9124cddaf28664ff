import { inviteMember } from "@/features/team/commands/invite-member";
import { listInvites } from "@/features/team/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../_operations/account";

export const GET = endpoint(operations.listInvites, async (ctx) => ({
  items: await listInvites(ctx),
  nextCursor: null,
}));

export const POST = endpoint(operations.inviteMember, (ctx, { body }) => inviteMember(ctx, body));
