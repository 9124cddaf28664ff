import { createOutlet } from "@/features/outlet/commands/create-outlet";
import { listOutlets } from "@/features/outlet/queries";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../_operations/outlets";

export const GET = endpoint(operations.listOutlets, (ctx, { query }) => listOutlets(ctx, query));

export const POST = endpoint(operations.createOutlet, (ctx, { body }) => createOutlet(ctx, body));
