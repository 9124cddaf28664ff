import { revokeInvite } from "@/features/team/commands/revoke-invite";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/account";

export const DELETE = endpoint(operations.revokeInvite, (ctx, { params }) => revokeInvite(ctx, params));
