import { checkHistory } from "@/features/activity/queries/history-record";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/activity";

export const GET = endpoint(operations.checkHistory, (ctx, { params }) => checkHistory(ctx, params));
