import { readGraph } from "@/features/overview/queries/graph";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../../_operations/overview";

export const GET = endpoint(operations.getGraph, (ctx, { params, query }) => readGraph(ctx, params.caseId, query.of));
