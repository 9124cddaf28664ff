import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import { withdrawRuling } from "@/features/relation/commands/withdraw-ruling";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/relations";

export const PUT = endpoint(operations.ruleOnRelation, (ctx, { params, body }) =>
  ruleOnRelation(ctx, { ...body, ...params }),
);

export const DELETE = endpoint(operations.withdrawRuling, (ctx, { params, version }) =>
  withdrawRuling(ctx, { ...params, version }),
);
