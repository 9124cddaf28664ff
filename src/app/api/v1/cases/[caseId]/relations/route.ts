import { recordRelation } from "@/features/relation/commands/record-relation";
import { listRelations } from "@/features/relation/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/relations";

export const GET = endpoint(operations.listRelations, (ctx, { params, query }) =>
  listRelations(ctx, params.caseId, query),
);

export const POST = endpoint(operations.recordRelation, (ctx, { params, body }) =>
  recordRelation(ctx, { ...body, ...params }),
);
