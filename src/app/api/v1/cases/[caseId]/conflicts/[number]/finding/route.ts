import { withdrawFinding } from "@/features/conflict/commands/withdraw-finding";
import { writeFinding } from "@/features/conflict/commands/write-finding";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../../../_operations/conflicts";

export const PUT = endpoint(operations.writeFinding, (ctx, { params, body }) =>
  writeFinding(ctx, { ...body, ...params }),
);

export const DELETE = endpoint(operations.withdrawFinding, (ctx, { params, version }) =>
  withdrawFinding(ctx, { ...params, version }),
);
