import { takeTask } from "@/features/round/commands/take-task";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/rounds";

export const POST = endpoint(operations.takeTask, (ctx, { params }) => takeTask(ctx, params));
