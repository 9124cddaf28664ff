import { changeRole } from "@/features/team/commands/change-role";
import { removeMember } from "@/features/team/commands/remove-member";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/account";

export const PATCH = endpoint(operations.changeRole, (ctx, { params, body }) =>
  changeRole(ctx, { ...params, ...body }),
);

export const DELETE = endpoint(operations.removeMember, (ctx, { params }) => removeMember(ctx, params));
