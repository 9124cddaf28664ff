import { changeCase } from "@/features/case/commands/change-case";
import { getCase } from "@/features/case/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/cases";

export const GET = endpoint(operations.getCase, (ctx, { params }) => getCase(ctx, params.caseId));

export const PATCH = endpoint(operations.changeCase, (ctx, { params, body }) =>
  changeCase(ctx, { ...body, ...params }),
);
