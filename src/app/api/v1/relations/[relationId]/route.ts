import { getRelation } from "@/features/relation/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/relations";

export const GET = endpoint(operations.getRelation, (ctx, { params }) => getRelation(ctx, params.relationId));
