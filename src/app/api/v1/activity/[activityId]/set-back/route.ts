import { setBackChange } from "@/features/undo/commands/set-back-change";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/activity";

export const POST = endpoint(operations.setBackChange, (ctx, { params }) => setBackChange(ctx, params));
