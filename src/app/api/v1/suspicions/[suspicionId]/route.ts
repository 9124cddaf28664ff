import { decideSuspicion } from "@/features/conflict/commands/decide-suspicion";
import { getSuspicion } from "@/features/conflict/queries/suspicions";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/origins";

export const GET = endpoint(operations.getSuspicion, (ctx, { params }) => getSuspicion(ctx, params.suspicionId));

export const PUT = endpoint(operations.decideSuspicion, (ctx, { params, body, version }) =>
  decideSuspicion(ctx, { ...body, ...params, version }),
);
