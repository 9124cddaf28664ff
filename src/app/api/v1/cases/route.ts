import { openCase } from "@/features/case/commands/open-case";
import { listCases } from "@/features/case/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../_operations/cases";

export const GET = endpoint(operations.listCases, (ctx, { query }) => listCases(ctx, query));

export const POST = endpoint(operations.openCase, (ctx, { body }) => openCase(ctx, body));
