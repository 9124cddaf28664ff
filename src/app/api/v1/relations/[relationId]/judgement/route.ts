import { judgeRelation } from "@/features/relation/commands/judge-relation";
import { withdrawJudgement } from "@/features/relation/commands/withdraw-judgement";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/relations";

export const PUT = endpoint(operations.judgeRelation, (ctx, { params, body }) =>
  judgeRelation(ctx, { ...body, ...params }),
);

export const DELETE = endpoint(operations.withdrawJudgement, (ctx, { params, version }) =>
  withdrawJudgement(ctx, { ...params, version }),
);
