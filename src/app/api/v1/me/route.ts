import { getMe } from "@/features/team/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../_operations/account";

export const GET = endpoint(operations.getMe, (ctx) => getMe(ctx));
