import { answerTask } from "@/features/round/commands/answer-task";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../_operations/rounds";

export const PUT = endpoint(operations.answerTask, (ctx, { params, body }) => answerTask(ctx, { ...params, ...body }));
